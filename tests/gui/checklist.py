"""What every screen owes its user, point by point, and the tests that drive the real window to prove each.

A test is named `file::name` below `tests/`. A point without a test has to stand in the README under "Points that may
wait". `test_checklist.py` holds both to it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """One point: what is owed, and where it is proved."""

    owed: str
    tests: tuple[str, ...] = ()


def _point(owed: str, *tests: str) -> Point:
    return Point(owed, tests)


_FRAME, _REAL, _RULES = "gui/test_frame.py::", "gui/test_real_window.py::", "gui/test_rules.py::"
_CRASHES = "gui/test_crashes.py::"
_QUICK = "gui/test_quickness.py::"
_FORM, _TRAINING = "gui/training/test_form.py::", "gui/training/test_training.py::"
_POINTS, _OWED = "gui/training/test_points.py::", "gui/test_owed.py::"
_OVERLAID = "test_the_same_settings_give_the_same_auc_and_chosen_runs_are_overlaid_and_compared"
_CHARTS = "gui/plots/test_charts.py::"
_EVERY, _LIVE, _THEME = "gui/plots/test_every_chart.py::", "gui/plots/test_live_charts.py::", "gui/test_theme.py::"
_WALK = "gui/plots/test_walk.py::"
_VIEW, _JOURNAL = "gui/monitor/test_monitor_view.py::", "gui/monitor/test_journal_tools.py::"
_SERVERS = "gui/test_window_live.py::"
_FAST = "gui/monitor/test_fast_stream.py::"
_MONITOR, _ENSEMBLE = "gui/monitor/test_monitor_tab.py::", "gui/ensemble/test_ensemble_tab.py::"
_MODELS, _BALANCE = "gui/models/test_models_tab.py::", "gui/ensemble/test_balance.py::"

POINTS: dict[int, Point] = {
    # Start and stay
    1: _point("first paint within 1.5 s", _QUICK + "test_the_first_paint_on_a_screen_takes_little_work"),
    2: _point("nothing heavy before the first paint",
              _RULES + "test_the_window_is_painted_before_anything_heavy_is_loaded"),
    3: _point("the window answers while the engine is imported",
              _QUICK + "test_the_window_answers_while_the_engine_is_imported"),
    4: _point("an unwritable home: the window opens and says where",
               "gui/test_last_time.py::test_a_folder_that_cannot_be_used_is_told_and_the_window_is_there"),
    5: _point("a second start raises the first window",
               "gui/test_last_time.py::test_a_second_start_hands_its_file_to_the_first_window",
               "gui/test_last_time.py::test_the_first_window_comes_forward_and_opens_what_the_second_was_given"),
    6: _point("after kill -9 during training the next start offers to restore",
               "gui/test_last_time.py::test_after_a_kill_what_was_open_comes_back_and_can_be_put_away",
               "gui/training/test_unfinished.py::test_a_killed_training_is_resumed_with_its_own_file_and_settings",
               _CRASHES + "test_after_kill_9_all_that_was_open_is_there_again_and_twice_in_a_row_is_safe_mode",
               _REAL + "test_a_training_whose_program_was_killed_is_offered_and_resumed_to_the_same_result"),
    7: _point("geometry, splitters, tab and columns are found again",
              _FRAME + "test_file_roles_form_and_tab_are_found_again",
              _OWED + "test_splitters_and_columns_are_where_they_were_left",
              _REAL + "test_closing_while_models_train_asks_once_then_ends_and_the_window_is_found_where_it_was"),
    8: _point("a window of a vanished screen is brought back",
               "gui/test_last_time.py::test_a_window_of_a_screen_that_is_gone_is_brought_back"),
    # Training
    9: _point("an empty profile: reason, Open and the sample",
              _POINTS + "test_an_empty_profile_gives_a_reason_and_two_ways_out"),
    10: _point("sample to trained model in three clicks without typing",
               _TRAINING + "test_from_an_empty_window_to_a_champion_that_is_found_again",
               _OWED + "test_from_nothing_to_trained_models_on_the_sample_in_two_clicks_and_no_key"),
    11: _point("a CSV is taken wherever it is dropped, an .exe is refused in words",
               _FRAME + "test_a_file_of_signals_is_taken_wherever_it_is_dropped",
               _FRAME + "test_any_other_file_is_refused_in_words"),
    12: _point("label, weight and time are guessed on six sample headers",
               _POINTS + "test_label_times_and_weight_are_guessed_on_six_headers"),
    13: _point("data card within 1 s for a large file",
               _FORM + "test_of_a_large_file_the_first_rows_are_shown_before_the_rest_is_read",
               _OWED + "test_the_card_of_a_file_of_366_mb_is_there_within_a_second"),
    14: _point("Train stays enabled; a click marks every bad field and goes to the first",
               _FORM + "test_train_marks_every_bad_field_and_goes_to_the_first"),
    15: _point("no empty field turns red when it is left", "gui/parts/test_form.py::"
               "test_nothing_turns_red_before_it_is_checked"),
    16: _point("mending a value takes its mark away at once",
               _FORM + "test_mending_a_field_takes_its_mark_away_at_once"),
    17: _point("every broken file: one sentence and a remedy",
               "journeys/test_refusals.py::test_a_faulty_file_is_refused_with_words_and_a_remedy",
               _FORM + "test_a_file_that_cannot_be_read_is_refused_in_words"),
    18: _point("no realized R: a warning, and training goes on",
               _FORM + "test_weights_that_the_file_cannot_give_are_told_in_the_form"),
    19: _point("progress never goes back, the time left is honest, the text names the step",
               _POINTS + "test_progress_goes_forward_names_the_block_and_a_roc_is_there_before_the_end",
               "engine/training/test_work.py::"
               "test_time_left_is_within_a_fifth_after_a_quarter_of_the_work_on_nine_of_ten_jobs"),
    20: _point("Esc cancels within 2 s and nothing partial is kept",
               _TRAINING + "test_cancel_keeps_nothing_and_says_so",
               _OWED + "test_escape_ends_a_training_within_two_seconds_and_leaves_nothing_on_disk"),
    21: _point("the window answers within 200 ms during training",
               _POINTS + "test_the_window_answers_within_200_ms_while_models_train"),
    22: _point("a partial ROC after the first block",
               _POINTS + "test_progress_goes_forward_names_the_block_and_a_roc_is_there_before_the_end"),
    23: _point("a failing engine gives a row Failed, a sentence and Copy details",
               _POINTS + "test_a_library_that_fails_has_its_row_and_its_sentence",
               _FRAME + "test_a_message_gives_place_remedy_and_details_and_can_be_dismissed"),
    24: _point("models that cannot be continued are listed with the reason",
               _FORM + "test_runs_that_cannot_be_continued_are_listed_with_the_reason"),
    25: _point("Reset brings back the defaults and the count of the header",
               _FORM + "test_the_header_of_advanced_counts_what_is_changed_and_resets_it"),
    26: _point("the same settings and seed give the same AUC", _POINTS + _OVERLAID),
    # Results and history
    27: _point("the eye column toggles curves in all charts; hidden rows are grey",
               _FORM + "test_stars_names_and_eyes_are_set_in_the_table",
               _WALK + "test_each_eye_of_the_legend_puts_one_curve_away_and_back",
               _OWED + "test_a_closed_eye_takes_the_run_out_of_every_chart_and_greys_its_row"),
    28: _point("two to five selected runs are overlaid in ROC, precision-recall, calibration and lift",
               _POINTS + _OVERLAID),
    29: _point("the difference of parameters shows only what differs",
               _MODELS + "test_compare_says_which_is_better_and_lists_only_differences"),
    30: _point("sort, filter, rename and star survive a restart",
               "gui/training/test_table_found_again.py::test_sort_filter_name_and_star_survive_a_restart",
               "gui/training/test_filter.py::test_an_expression_filters_the_list_while_it_is_typed"),
    31: _point("a deletion is undone by Ctrl+Z and from the message",
               _FORM + "test_deleting_runs_can_be_undone_by_the_menu",
               _MODELS + "test_deleting_can_be_undone_from_the_message"),
    32: _point("axes never show (x0.001)", _EVERY + "test_axes_never_scale_their_numbers"),
    33: _point("calibration has error bars and a diagonal",
               _CHARTS + "test_calibration_shows_error_bars_of_the_given_interval"),
    34: _point("every metric tells its meaning and direction",
               "gui/test_help.py::test_every_metric_has_a_sentence_and_says_which_way_is_better",
               "gui/test_help.py::test_columns_of_scores_tell_the_metric_of_the_one_table"),
    35: _point("importance has one order for all libraries; a swarm of 500 within 1 s",
               _CHARTS + "test_importance_has_one_order_for_all_libraries",
               "gui/training/test_explanation.py::test_a_swarm_of_500_signals_is_drawn_within_a_second"),
    36: _point("the sentence Better than champion matches the numbers", _POINTS + _OVERLAID),
    # Online monitor
    37: _point("the band is visible and of Wilson width", _LIVE + "test_the_band_has_the_width_of_the_interval"),
    38: _point("a drift marker appears with text, in the list and as icon",
               _VIEW + "test_a_drift_alarm_is_a_flag_a_line_with_its_icon_and_a_card_with_its_cause",
               _LIVE + "test_drift_alarms_are_marked_said_and_found_under_the_mouse",
               _MONITOR + "test_events_are_listed_newest_first_and_lead_to_their_place"),
    39: _point("pausing the view does not pause learning",
               _VIEW + "test_holding_the_view_does_not_hold_the_learner",
               _MONITOR + "test_looking_away_stops_the_drawing_not_the_monitor"),
    40: _point("the blend by keyboard and field, previewed, undone",
               _MONITOR + "test_the_blend_acts_at_once_by_slider_field_keyboard_and_double_click",
               _VIEW + "test_a_share_is_tried_before_it_is_taken_and_may_be_tuned_on_the_last_labels",
               _VIEW + "test_the_blend_and_its_way_can_be_taken_back"),
    41: _point("1,000 events a second for a minute: the window answers, memory is flat",
               _FAST + "test_a_thousand_events_a_second_leave_the_window_answering"),
    42: _point("the latency tile agrees with what was recorded; a line at 1 ms",
               _VIEW + "test_the_latency_tile_says_the_recorded_p99_against_the_budget",
               _LIVE + "test_the_latency_budget_is_a_line_at_one_millisecond_of_a_logarithmic_axis"),
    43: _point("a lost source: message, countdown, learner safe",
               _VIEW + "test_a_lost_source_is_said_where_the_source_stands_with_a_countdown",
               _SERVERS + "test_redis_from_the_form_through_a_kill_and_a_wipe",
               _SERVERS + "test_signals_of_postgres_and_labels_of_redis"),
    44: _point("each trigger tells when it would have fired",
               _JOURNAL + "test_each_trigger_tells_how_often_it_would_have_fired_and_a_wrong_one_is_marked"),
    45: _point("Retrain gives a prefilled form",
               _JOURNAL + "test_retrain_opens_training_with_the_labelled_signals_of_the_last_days"),
    # Ensemble and models
    46: _point("sliders sum to one, locks hold", _BALANCE + "test_the_sum_stays_one_locks_hold_and_none_is_negative",
               _ENSEMBLE + "test_moving_a_slider_keeps_the_sum_holds_locks_and_scores_the_mix"),
    47: _point("optimising can be cancelled", _ENSEMBLE + "test_cancel_ends_the_build_and_keeps_nothing"),
    48: _point("a gain whose interval holds 0 is said in words",
               _ENSEMBLE + "test_a_build_shows_scores_weights_agreement_and_the_gain_in_words"),
    49: _point("export and import give identical predictions; a tampered bundle is refused",
               _MODELS + "test_export_shows_the_contents_and_writes_a_bundle_that_imports_again",
               _MODELS + "test_a_damaged_bundle_is_refused_in_words"),
    50: _point("ONNX and compact exports tell the largest difference of a probability",
               _MODELS + "test_the_bundle_is_opened_before_it_is_saved_and_the_price_of_onnx_is_shown"),
    51: _point("a bundle on the command line is shown in Models",
               _REAL + "test_a_bundle_given_on_the_command_line_is_in_the_models_tab"),
    52: _point("overwriting asks; Cancel is the default",
               _MODELS + "test_export_asks_before_it_replaces_and_cancel_is_the_default"),
    # Keyboard, access, look
    53: _point("every node of the accessibility tree has a name",
               "gui/test_access.py::test_every_node_of_an_empty_window_has_a_name",
               "gui/test_access.py::test_every_node_of_a_full_window_has_a_name",
               "gui/test_access.py::test_every_node_of_a_dialog_has_a_name",
               "gui/test_access.py::test_every_chart_tells_its_numbers",
               "gui/test_screen_reader.py::test_everything_that_acts_or_tells_has_a_name",
               "gui/test_screen_reader.py::test_charts_are_read_out_with_their_numbers"),
    54: _point("the whole Training path by keyboard alone; the focus is always visible",
               _REAL + "test_by_the_keyboard_alone_a_file_becomes_three_models",
               "gui/test_access.py::test_tab_visits_every_control_once_and_comes_back",
               "gui/test_access.py::test_the_focus_is_seen_on_every_control"),
    55: _point("no shortcut or mnemonic twice, no literal & in a label",
               _FRAME + "test_no_two_actions_share_a_shortcut_and_no_words_show_an_ampersand",
               _FRAME + "test_mnemonics_of_a_menu_are_all_different",
               "gui/test_access.py::test_no_label_shows_an_ampersand_and_each_buddy_is_there"),
    56: _point("Ctrl+Shift+P, exp, Enter: the export dialog",
               "gui/test_access.py::test_the_palette_leads_to_the_export_dialog_by_keys_alone"),
    57: _point("contrast 4.5:1 of text and 3:1 of marks, in both themes", _THEME + "test_text_can_be_read",
               _THEME + "test_edges_and_marks_can_be_seen", _THEME + "test_every_curve_can_be_seen"),
    58: _point("curves are told apart in grey, state never by colour alone",
               _CHARTS + "test_curves_differ_without_colour_and_only_the_champion_is_dotted",
               _OWED + "test_no_state_is_told_by_colour_alone"),
    59: _point("a live switch of the theme reaches every plot",
               _EVERY + "test_the_theme_reaches_a_visible_chart_at_once_and_a_hidden_one_when_shown"),
    60: _point("the system's colour scheme is followed",
               "gui/test_theme.py::test_the_system_is_followed_when_it_turns_dark",
               "gui/test_theme.py::test_a_gnome_desktop_that_turns_dark_takes_the_window_and_its_charts_along"),
    61: _point("scale 1.5 and 2, and 1024x700: nothing is cut",
               "gui/test_fit.py::test_every_page_message_and_dialog_fits"),
    62: _point("pseudo-translation: nothing untranslated or cut; German with Qt's own words; numbers by locale",
               "gui/test_german.py::test_no_dialog_menu_or_message_says_in_english_what_there_is_german_for",
               "gui/test_german.py::test_no_refusal_says_in_english_what_there_is_german_for",
               "gui/test_foreign_window.py::"
               "test_refusals_findings_and_verdicts_are_said_in_the_language_of_the_window",
               "gui/test_sentences.py::test_each_template_is_translated_with_its_values_in_their_places",
               "gui/test_translation.py::test_in_another_language_no_word_of_the_frame_stays_english_and_none_is_cut",
               "gui/test_translation.py::test_the_window_speaks_german_with_qts_own_words",
               "gui/test_translation.py::test_figures_are_written_as_the_language_writes_them"),
    63: _point("copied pictures and data are on the clipboard of the system",
               "gui/test_clipboard.py::test_another_program_gets_what_a_chart_copied"),
    64: _point("PNG, SVG, PDF and CSV of every chart open", _EVERY + "test_png_svg_pdf_and_csv_open_again"),
    65: _point("the report has no address of the net; its PDF has text that can be extracted",
               "engine/report/test_runs_report.py::test_the_page_fetches_nothing_and_holds_every_score",
               "engine/report/test_runs_report.py::test_the_pdf_has_pages_and_text_that_can_be_extracted",
               _OWED + "test_the_window_writes_a_report_without_an_address_of_the_net_and_a_pdf_with_text"),
    66: _point("closing during training asks once, then ends within 3 s with 0 and no thread",
               _FRAME + "test_closing_while_work_runs_asks_once_and_ends_it",
               _REAL + "test_closing_while_models_train_asks_once_then_ends_and_the_window_is_found_where_it_was"),
}
