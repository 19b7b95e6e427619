<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <source>

On {rows:,} rows that none of them had seen.</source>
        <translation>

Auf {rows:,} Zeilen, die keines von ihnen gesehen hatte.</translation>
    </message>
    <message>
        <source>
and {value} more</source>
        <translation>
und {value} weitere</translation>
    </message>
    <message>
        <source> (champion)</source>
        <translation> (Champion)</translation>
    </message>
    <message>
        <source> The chosen threshold is {value:.3f}.</source>
        <translation> Die gewählte Schwelle ist {value:.3f}.</translation>
    </message>
    <message>
        <source> Without skill: {base_rate:.3f}.</source>
        <translation> Ohne Können: {base_rate:.3f}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> and others</source>
        <translation> und andere</translation>
    </message>
    <message>
        <source> chosen {value:.3f} </source>
        <translation> gewählt {value:.3f} </translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> labels</source>
        <translation> Label</translation>
    </message>
    <message>
        <source> of {int:,}</source>
        <translation> von {int:,}</translation>
    </message>
    <message>
        <source> {problems} to mend.</source>
        <translation> {problems} zu beheben.</translation>
    </message>
    <message>
        <source> · R {r:+.3f}</source>
        <translation> · R {r:+.3f}</translation>
    </message>
    <message>
        <source> · {positive_rate} wins</source>
        <translation> · {positive_rate} Gewinne</translation>
    </message>
    <message>
        <source>&amp;</source>
        <translation>&amp;</translation>
    </message>
    <message>
        <source>&amp;About AlphaPulse Workbench</source>
        <translation>&amp;Über AlphaPulse Workbench</translation>
    </message>
    <message>
        <source>&amp;Add a Monitor</source>
        <translation>&amp;Monitor hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Ensemble</source>
        <translation>&amp;Ensemble</translation>
    </message>
    <message>
        <source>&amp;Export Model…</source>
        <translation>Modell &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Hold or Follow the View</source>
        <translation>Ansicht an&amp;halten oder folgen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Online Monitor</source>
        <translation>&amp;Online-Monitor</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Pause Monitor or Go On</source>
        <translation>Monitor &amp;pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Problem Report…</source>
        <translation>&amp;Problembericht…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Roll Back Champion</source>
        <translation>Champion &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Start Monitor</source>
        <translation>Monitor &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Stop, Keep the Best So Far</source>
        <translation>&amp;Stopp, Bestes behalten</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Tour…</source>
        <translation>&amp;Rundgang…</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Write Report…</source>
        <translation>Be&amp;richt schreiben…</translation>
    </message>
    <message>
        <source>, 95 % {low:.3f} to {high:.3f}</source>
        <translation>, 95 % {low:.3f} bis {high:.3f}</translation>
    </message>
    <message>
        <source>, coloured by {partner}</source>
        <translation>, gefärbt nach {partner}</translation>
    </message>
    <message>
        <source>, labels up to {last_label}</source>
        <translation>, Labels bis {last_label}</translation>
    </message>
    <message>
        <source>, turned by {turned:.1f} standard errors</source>
        <translation>, um {turned:.1f} Standardfehler gedreht</translation>
    </message>
    <message>
        <source>, {day} to {day2}</source>
        <translation>, {day} bis {day2}</translation>
    </message>
    <message>
        <source>, {first} to {last}</source>
        <translation>, {first} bis {last}</translation>
    </message>
    <message>
        <source>--app-name=AlphaPulse Workbench</source>
        <translation>--app-name=AlphaPulse Workbench</translation>
    </message>
    <message>
        <source>. Purged: {share:.1f} % of what could have trained.</source>
        <translation>. Bereinigt: {share:.1f} % dessen, was hätte trainieren können.</translation>
    </message>
    <message>
        <source>0 takes River&apos;s 0.01 where labels come at once; where they come late it falls from there to 0.001, since a quick intercept follows the luck that neighbouring signals share.</source>
        <translation>0 nimmt Rivers 0,01, wo Labels sofort kommen; wo sie spät kommen, fällt es von dort auf 0,001, denn ein schneller Achsenabschnitt folgt dem Glück, das benachbarte Signale teilen.</translation>
    </message>
    <message>
        <source>0 uses all cores but one.</source>
        <translation>0 nutzt alle Kerne bis auf einen.</translation>
    </message>
    <message>
        <source>1 (as they are)</source>
        <translation>1 (wie sie sind)</translation>
    </message>
    <message>
        <source>1 day a second</source>
        <translation>1 Tag je Sekunde</translation>
    </message>
    <message>
        <source>1 hour a second</source>
        <translation>1 Stunde je Sekunde</translation>
    </message>
    <message>
        <source>1 minute a second</source>
        <translation>1 Minute je Sekunde</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>99th percentile</source>
        <translation>99. Perzentil</translation>
    </message>
    <message>
        <source>A CSV or Parquet file, one row a signal. Drop it anywhere; the roles of its columns are guessed.</source>
        <translation>Eine CSV- oder Parquet-Datei, eine Zeile je Signal. Ziehen Sie sie irgendwohin; die Rollen der Spalten werden erraten.</translation>
    </message>
    <message>
        <source>A GPU is tried before the run; where there is none, the processor is used and named.</source>
        <translation>Vor dem Lauf wird eine GPU versucht; wo es keine gibt, wird der Prozessor genommen und genannt.</translation>
    </message>
    <message>
        <source>A chart cannot be saved as {value}.</source>
        <translation>Ein Diagramm kann nicht als {value} gespeichert werden.</translation>
    </message>
    <message>
        <source>A compact form keeps every threshold and rounds the leaves; what that costs is shown. In native files the libraries&apos; own programs can open it.</source>
        <translation>Eine kompakte Form behält jede Schwelle und rundet die Blätter; was das kostet, wird gezeigt. In nativen Dateien können die Programme der Bibliotheken es öffnen.</translation>
    </message>
    <message>
        <source>A database in the workspace</source>
        <translation>Eine Datenbank im Arbeitsbereich</translation>
    </message>
    <message>
        <source>A feature&apos;s share of what the trees gained; no cause of a win.</source>
        <translation>Der Anteil eines Merkmals am Gewinn der Bäume; keine Ursache eines Gewinns.</translation>
    </message>
    <message>
        <source>A further gap before each block, as 4h, 30min or 2d.</source>
        <translation>Ein weiterer Abstand vor jedem Block, als 4h, 30min oder 2d.</translation>
    </message>
    <message>
        <source>A further gap before each test block, as 4h, 30min or 2d.</source>
        <translation>Ein weiterer Abstand vor jedem Testblock, als 4h, 30min oder 2d.</translation>
    </message>
    <message>
        <source>A further gap between training and test.</source>
        <translation>Ein weiterer Abstand zwischen Training und Test.</translation>
    </message>
    <message>
        <source>A map of the probabilities, fitted on out-of-fold rows of earlier blocks and kept with the model.</source>
        <translation>Eine Abbildung der Wahrscheinlichkeiten, auf ungesehenen Zeilen früherer Blöcke angepasst und mit dem Modell behalten.</translation>
    </message>
    <message>
        <source>A member&apos;s share in the ensemble; all of them sum to one.</source>
        <translation>Der Anteil eines Mitglieds am Ensemble; alle zusammen ergeben eins.</translation>
    </message>
    <message>
        <source>A note for yourself</source>
        <translation>Eine Notiz für Sie selbst</translation>
    </message>
    <message>
        <source>A plot of the model card</source>
        <translation>Ein Bild der Modellkarte</translation>
    </message>
    <message>
        <source>A rule speaks up once when it begins to hold: in the strip above the tab, in the list of events, and on the desktop while the window is not in front.</source>
        <translation>Eine Regel meldet sich einmal, wenn sie zu gelten beginnt: in der Leiste über dem Reiter, in der Liste der Ereignisse, und auf dem Desktop, während das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Ein Server</translation>
    </message>
    <message>
        <source>A signal without a label for so long is given up; 0 waits for ever.</source>
        <translation>Ein Signal, das so lange ohne Label ist, wird aufgegeben; 0 wartet für immer.</translation>
    </message>
    <message>
        <source>A single false one (Holm)</source>
        <translation>Ein einziges falsches (Holm)</translation>
    </message>
    <message>
        <source>A warm start goes on with its parent&apos;s settings.</source>
        <translation>Ein Warmstart fährt mit den Einstellungen des Elternmodells fort.</translation>
    </message>
    <message>
        <source>A word of yours for its part, such as monthly, weekly or online: double-click to write it.</source>
        <translation>Ein eigenes Wort für seine Aufgabe, etwa monatlich, wöchentlich oder online: doppelklicken zum Schreiben.</translation>
    </message>
    <message>
        <source>ADWIN</source>
        <translation>ADWIN</translation>
    </message>
    <message>
        <source>ADWIN and HDDM_A</source>
        <translation>ADWIN und HDDM_A</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUC against R</source>
        <translation>AUC gegen R</translation>
    </message>
    <message>
        <source>AUC of the ensemble less its own, with the paired 95 % interval (DeLong).</source>
        <translation>AUC des Ensembles abzüglich seiner eigenen, mit gepaartem 95-%-Intervall (DeLong).</translation>
    </message>
    <message>
        <source>AUC on the Newest Rows</source>
        <translation>AUC auf den neuesten Zeilen</translation>
    </message>
    <message>
        <source>AUC; bars: 95 % of the difference to the run&apos;s own</source>
        <translation>AUC; Balken: 95 % des Unterschieds zu der des Laufs</translation>
    </message>
    <message>
        <source>About AlphaPulse Workbench</source>
        <translation>Über AlphaPulse Workbench</translation>
    </message>
    <message>
        <source>Accept signals at or above</source>
        <translation>Signale annehmen ab</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Accuracy of always saying the more frequent label so far.</source>
        <translation>Trefferquote dessen, der immer das bisher häufigere Label sagt.</translation>
    </message>
    <message>
        <source>Accuracy of repeating the last known label. A model that does not beat it has no skill.</source>
        <translation>Trefferquote, wenn das letzte bekannte Label wiederholt wird. Ein Modell, das sie nicht schlägt, kann nichts.</translation>
    </message>
    <message>
        <source>Accuracy over the last {window:,} labels: {figures}; 95 % band {low} to {high}; baselines: {bases}; {drifts} drift alarms.</source>
        <translation>Trefferquote über die letzten {window:,} Labels: {figures}; 95-%-Band {low} bis {high}; Grundlinien: {bases}; {drifts} Drift-Alarme.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>Anpassend</translation>
    </message>
    <message>
        <source>Adaptive-forest</source>
        <translation>Anpassender Wald</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a &amp;Note to the Monitor…</source>
        <translation>Dem Monitor eine &amp;Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>Add a Note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a monitor</source>
        <translation>Monitor hinzufügen</translation>
    </message>
    <message>
        <source>Add a note here and now</source>
        <translation>Hier und jetzt eine Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add to Ensemble</source>
        <translation>Zum Ensemble hinzufügen</translation>
    </message>
    <message>
        <source>Add trees</source>
        <translation>Bäume hinzufügen</translation>
    </message>
    <message>
        <source>Add trees to a model that is here instead of growing a new one.</source>
        <translation>Einem vorhandenen Modell Bäume hinzufügen, statt ein neues wachsen zu lassen.</translation>
    </message>
    <message>
        <source>Add trees to the parent&apos;s, or ask its questions again and learn the answers from the new rows alone.</source>
        <translation>Den Bäumen des Elternmodells welche hinzufügen, oder seine Fragen neu stellen und die Antworten nur aus den neuen Zeilen lernen.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>After a change of regime: only so many rows before each test block train; 0 = all.</source>
        <translation>Nach einem Regimewechsel: nur so viele Zeilen vor jedem Testblock trainieren; 0 = alle.</translation>
    </message>
    <message>
        <source>After a training: what less honest splits would have claimed.</source>
        <translation>Nach einem Training: was weniger ehrliche Aufteilungen behauptet hätten.</translation>
    </message>
    <message>
        <source>After a training: which rows each test block was kept apart from.</source>
        <translation>Nach einem Training: von welchen Zeilen jeder Testblock ferngehalten wurde.</translation>
    </message>
    <message>
        <source>After an alarm, further alarms within this many labels are shown but ask for no retraining.</source>
        <translation>Nach einem Alarm werden weitere innerhalb so vieler Labels gezeigt, verlangen aber kein neues Training.</translation>
    </message>
    <message>
        <source>After how long a signal counts half, as 90d or 5000 rows; 0 = old ones count alike.</source>
        <translation>Nach welcher Zeit ein Signal halb zählt, als 90d oder 5000 rows; 0 = alte zählen gleich.</translation>
    </message>
    <message>
        <source>After how many known labels it happened.</source>
        <translation>Nach wie vielen bekannten Labels es geschah.</translation>
    </message>
    <message>
        <source>After some trials: which settings set the best apart from the rest.</source>
        <translation>Nach einigen Versuchen: welche Einstellungen die besten von den übrigen unterscheiden.</translation>
    </message>
    <message>
        <source>Aggregated-forest</source>
        <translation>Zusammengefasster Wald</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement of Members</source>
        <translation>Übereinstimmung der Mitglieder</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Alerts: {said}</source>
        <translation>Warnungen: {said}</translation>
    </message>
    <message>
        <source>All folds</source>
        <translation>Alle Blöcke</translation>
    </message>
    <message>
        <source>All three: a front to pick from</source>
        <translation>Alle drei: eine Front zur Auswahl</translation>
    </message>
    <message>
        <source>Alma</source>
        <translation>Alma</translation>
    </message>
    <message>
        <source>AlphaPulse Workbench {version}</source>
        <translation>AlphaPulse Workbench {version}</translation>
    </message>
    <message>
        <source>AlphaPulse Workbench {version} · Python {split} · {system} {release}</source>
        <translation>AlphaPulse Workbench {version} · Python {split} · {system} {release}</translation>
    </message>
    <message>
        <source>AlphaPulse bundle (*.{SUFFIX})</source>
        <translation>AlphaPulse-Paket (*.{SUFFIX})</translation>
    </message>
    <message>
        <source>AlphaPulse bundles (*.apbundle);;All files (*)</source>
        <translation>AlphaPulse-Pakete (*.apbundle);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Also as ONNX</source>
        <translation>Auch als ONNX</translation>
    </message>
    <message>
        <source>Always the share that did best on the labels of the window.</source>
        <translation>Immer der Anteil, der auf den Labels des Fensters am besten war.</translation>
    </message>
    <message>
        <source>An ensemble averages models of the library. Train two or more first; models that err in different places help each other most.</source>
        <translation>Ein Ensemble mittelt Modelle der Bibliothek. Trainieren Sie zuerst zwei oder mehr; Modelle, die an verschiedenen Stellen irren, helfen einander am meisten.</translation>
    </message>
    <message>
        <source>An ensemble needs at least two members.</source>
        <translation>Ein Ensemble braucht mindestens zwei Mitglieder.</translation>
    </message>
    <message>
        <source>And {told} under Show Details.</source>
        <translation>Und {told} unter Einzelheiten zeigen.</translation>
    </message>
    <message>
        <source>Another machine will know your signature once your key is on its list.</source>
        <translation>Ein anderer Rechner kennt Ihre Signatur, sobald Ihr Schlüssel auf seiner Liste ist.</translation>
    </message>
    <message>
        <source>Another machine will say: nobody vouches for its origin.</source>
        <translation>Ein anderer Rechner wird sagen: niemand bürgt für die Herkunft.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Icons: Lucide (ISC). Type: Inter (SIL Open Font License).</source>
        <translation>Apache-Lizenz 2.0. Symbole: Lucide (ISC). Schrift: Inter (SIL Open Font License).</translation>
    </message>
    <message>
        <source>As Built</source>
        <translation>Wie gebaut</translation>
    </message>
    <message>
        <source>As Recorded</source>
        <translation>Wie aufgezeichnet</translation>
    </message>
    <message>
        <source>As in an address: from=start|now, id=, time=, label=, label_time=, rr=, drop=A,B; Redis: group=; PostgreSQL: every=, notify=, xid=, service=, sslmode=.</source>
        <translation>Wie in einer Adresse: from=start|now, id=, time=, label=, label_time=, rr=, drop=A,B; Redis: group=; PostgreSQL: every=, notify=, xid=, service=, sslmode=.</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>So wie es ist</translation>
    </message>
    <message>
        <source>As labels stand</source>
        <translation>Wie die Labels stehen</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>As the Method Does</source>
        <translation>Wie das Verfahren</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>Wie das Modell sagt</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>Wie trainiert</translation>
    </message>
    <message>
        <source>Asked of {labels:,} recorded labels.</source>
        <translation>An {labels:,} aufgezeichneten Labels geprüft.</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Zurück zum Laufenden</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batch model</source>
        <translation>Batch-Modell</translation>
    </message>
    <message>
        <source>Batch only</source>
        <translation>Nur Batch</translation>
    </message>
    <message>
        <source>Batch share</source>
        <translation>Batch-Anteil</translation>
    </message>
    <message>
        <source>Batch share {share:.2f}</source>
        <translation>Batch-Anteil {share:.2f}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Begin With Earlier Studies</source>
        <translation>Mit früheren Studien beginnen</translation>
    </message>
    <message>
        <source>Below stands how it differs from the champion.</source>
        <translation>Unten steht, worin es sich vom Champion unterscheidet.</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Best By</source>
        <translation>Bester nach</translation>
    </message>
    <message>
        <source>Best round</source>
        <translation>Beste Runde</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Between the highest and the lowest probability of a win.</source>
        <translation>Zwischen der höchsten und der niedrigsten Gewinnwahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Blend {after:.2f}</source>
        <translation>Mischung {after:.2f}</translation>
    </message>
    <message>
        <source>Blended</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Block {name}</source>
        <translation>Block {name}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockweise</translation>
    </message>
    <message>
        <source>Blocks Kept for the Score</source>
        <translation>Für den Score behaltene Blöcke</translation>
    </message>
    <message>
        <source>Blocks, later rows train too (expert)</source>
        <translation>Blöcke, auch spätere Zeilen trainieren (für Kenner)</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back the champion before</source>
        <translation>Den vorigen Champion zurückholen</translation>
    </message>
    <message>
        <source>Bring back the champion before the present one.</source>
        <translation>Den Champion vor dem jetzigen zurückholen.</translation>
    </message>
    <message>
        <source>Bring back the weights that the method found, and open the locks.</source>
        <translation>Die vom Verfahren gefundenen Gewichte zurückholen und die Sperren öffnen.</translation>
    </message>
    <message>
        <source>Bring {value} up to Date</source>
        <translation>{value} auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Brought back {ids}.</source>
        <translation>{ids} zurückgeholt.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Budget {BUDGET:g} ms</source>
        <translation>Budget {BUDGET:g} ms</translation>
    </message>
    <message>
        <source>Build Ensemble</source>
        <translation>Ensemble bauen</translation>
    </message>
    <message>
        <source>Build an ensemble to see how alike its members score. Members that differ help most.</source>
        <translation>Bauen Sie ein Ensemble, um zu sehen, wie ähnlich seine Mitglieder bewerten. Wer abweicht, hilft am meisten.</translation>
    </message>
    <message>
        <source>Build an ensemble to see its weights, and to try your own.</source>
        <translation>Bauen Sie ein Ensemble, um seine Gewichte zu sehen und eigene zu versuchen.</translation>
    </message>
    <message>
        <source>Build an ensemble to see what each member brings, and where members disagree.</source>
        <translation>Bauen Sie ein Ensemble, um zu sehen, was jedes Mitglied bringt und wo Mitglieder abweichen.</translation>
    </message>
    <message>
        <source>By size of realized R</source>
        <translation>Nach Größe des realisierten R</translation>
    </message>
    <message>
        <source>By size of realized R, large wins and losses count more: |R| from 0.1 to 3.</source>
        <translation>Nach Größe des realisierten R zählen große Gewinne und Verluste mehr: |R| von 0,1 bis 3.</translation>
    </message>
    <message>
        <source>By the method&apos;s own measure; more is stronger.</source>
        <translation>Nach dem Maß des Verfahrens; mehr ist stärker.</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel It and Close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Cancel {title}</source>
        <translation>{title} abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>Abgebrochen. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Cancelled. Turn to this page again to explain the run.</source>
        <translation>Abgebrochen. Schlagen Sie diese Seite wieder auf, um den Lauf zu erklären.</translation>
    </message>
    <message>
        <source>Cancelled: the weights are as they were.</source>
        <translation>Abgebrochen: die Gewichte sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Catboost</source>
        <translation>CatBoost</translation>
    </message>
    <message>
        <source>Challenger</source>
        <translation>Herausforderer</translation>
    </message>
    <message>
        <source>Challenger · </source>
        <translation>Herausforderer · </translation>
    </message>
    <message>
        <source>Challenger: to score in the champion&apos;s shadow</source>
        <translation>Herausforderer: soll im Schatten des Champions bewerten</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>Champion in validation</source>
        <translation>Champion in der Validierung</translation>
    </message>
    <message>
        <source>Champion {name}</source>
        <translation>Champion {name}</translation>
    </message>
    <message>
        <source>Champion · </source>
        <translation>Champion · </translation>
    </message>
    <message>
        <source>Champion: always drawn as reference</source>
        <translation>Champion: immer als Bezug gezeichnet</translation>
    </message>
    <message>
        <source>Champion: the model that is live</source>
        <translation>Champion: das Modell im Einsatz</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Check at least one of the three.</source>
        <translation>Haken Sie mindestens eines der drei an.</translation>
    </message>
    <message>
        <source>Check the path, or choose the file with Open.</source>
        <translation>Prüfen Sie den Pfad, oder wählen Sie die Datei mit Öffnen.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose Columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Choose Columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose PNG, SVG, PDF or CSV.</source>
        <translation>Wählen Sie PNG, SVG, PDF oder CSV.</translation>
    </message>
    <message>
        <source>Choose a File to Watch</source>
        <translation>Datei zum Beobachten wählen</translation>
    </message>
    <message>
        <source>Choose a batch model to blend it with the online learner.</source>
        <translation>Wählen Sie ein Batch-Modell, um es mit dem Online-Lerner zu mischen.</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Choose a model to see its card.</source>
        <translation>Wählen Sie ein Modell, um seine Karte zu sehen.</translation>
    </message>
    <message>
        <source>Choose a recorded stream: it is run again at about a million labels a second.</source>
        <translation>Wählen Sie einen aufgezeichneten Strom: er läuft mit etwa einer Million Labels je Sekunde noch einmal.</translation>
    </message>
    <message>
        <source>Choose a run to start from first</source>
        <translation>Wählen Sie zuerst einen Lauf zum Beginnen</translation>
    </message>
    <message>
        <source>Choose a tuned kind of settings, then train: each trial appears here as it ends.</source>
        <translation>Wählen Sie eine abgestimmte Art von Einstellungen, dann trainieren Sie: jeder Versuch erscheint hier, wenn er endet.</translation>
    </message>
    <message>
        <source>Choose an event to see what stood behind it, or a signal to see what made its score.</source>
        <translation>Wählen Sie ein Ereignis, um zu sehen, was dahinterstand, oder ein Signal, um zu sehen, was seinen Score ausmachte.</translation>
    </message>
    <message>
        <source>Choose the Columns That Carry the Signal</source>
        <translation>Die Spalten wählen, die das Signal tragen</translation>
    </message>
    <message>
        <source>Choose the column that holds 1 for a win and 0 for a loss.</source>
        <translation>Wählen Sie die Spalte mit 1 für Gewinn und 0 für Verlust.</translation>
    </message>
    <message>
        <source>Choose two to five models in the list (Ctrl and click), then press Compare.</source>
        <translation>Wählen Sie zwei bis fünf Modelle in der Liste (Strg und Klick), dann drücken Sie Vergleichen.</translation>
    </message>
    <message>
        <source>Choosing columns</source>
        <translation>Spalten werden gewählt</translation>
    </message>
    <message>
        <source>Chosen by eye on the same {rows} rows: expect a little less on new ones. Save keeps an ensemble with these weights.</source>
        <translation>Nach Augenmaß auf denselben {rows} Zeilen gewählt: erwarten Sie auf neuen etwas weniger. Speichern behält ein Ensemble mit diesen Gewichten.</translation>
    </message>
    <message>
        <source>Chosen by realized R on earlier blocks and checked on the last, where the file has realized R.</source>
        <translation>Nach realisiertem R auf früheren Blöcken gewählt und auf dem letzten geprüft, wo die Datei realisiertes R hat.</translation>
    </message>
    <message>
        <source>Clear: {words}</source>
        <translation>Leeren: {words}</translation>
    </message>
    <message>
        <source>Click to star</source>
        <translation>Klicken, um einen Stern zu setzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close one that has ended first.</source>
        <translation>Schließen Sie zuerst einen, der beendet ist.</translation>
    </message>
    <message>
        <source>Close the Workbench?</source>
        <translation>Workbench schließen?</translation>
    </message>
    <message>
        <source>Close this monitor</source>
        <translation>Diesen Monitor schließen</translation>
    </message>
    <message>
        <source>Close this report</source>
        <translation>Diesen Bericht schließen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns are judged on the rows before the first test block; what leaving out the others costs is measured on the later ones, which the choice has not seen.</source>
        <translation>Spalten werden an den Zeilen vor dem ersten Testblock beurteilt; was das Weglassen der anderen kostet, wird auf den späteren gemessen, die die Wahl nicht gesehen hat.</translation>
    </message>
    <message>
        <source>Columns, models, split, settings and search are kept; a name that is there gets another version.</source>
        <translation>Spalten, Modelle, Aufteilung, Einstellungen und Suche werden behalten; ein vorhandener Name bekommt eine weitere Version.</translation>
    </message>
    <message>
        <source>Combinatorial purged (advanced: later rows train too, many fits)</source>
        <translation>Kombinatorisch bereinigt (für Kenner: auch spätere Zeilen trainieren, viele Trainings)</translation>
    </message>
    <message>
        <source>Combinatorial purged only: every choice of so many groups is tested once.</source>
        <translation>Nur kombinatorisch bereinigt: jede Wahl so vieler Gruppen wird einmal getestet.</translation>
    </message>
    <message>
        <source>Combinatorial purged only: into how many blocks all rows are cut.</source>
        <translation>Nur kombinatorisch bereinigt: in wie viele Blöcke alle Zeilen geteilt werden.</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Kombinieren</translation>
    </message>
    <message>
        <source>Combining {runs} models</source>
        <translation>{runs} Modelle werden kombiniert</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compact, 16-bit leaves (FP16)</source>
        <translation>Kompakt, 16-Bit-Blätter (FP16)</translation>
    </message>
    <message>
        <source>Compact, 8-bit leaves (INT8)</source>
        <translation>Kompakt, 8-Bit-Blätter (INT8)</translation>
    </message>
    <message>
        <source>Compact, {words}</source>
        <translation>Kompakt, {words}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare Starts</source>
        <translation>Starts vergleichen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Comparing on the rows that they share …</source>
        <translation>Vergleich auf den gemeinsamen Zeilen …</translation>
    </message>
    <message>
        <source>Comparing starts</source>
        <translation>Starts werden verglichen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect Live Source…</source>
        <translation>Laufende Quelle verbinden…</translation>
    </message>
    <message>
        <source>Connect a Live Source</source>
        <translation>Laufende Quelle verbinden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Contaminated</source>
        <translation>Verunreinigt</translation>
    </message>
    <message>
        <source>Contaminated: a model that it was started from had seen rows of this test. Its scores are too good.</source>
        <translation>Verunreinigt: ein Modell, von dem es ausging, hatte Zeilen dieses Tests gesehen. Seine Scores sind zu gut.</translation>
    </message>
    <message>
        <source>Contents of the bundle</source>
        <translation>Inhalt des Pakets</translation>
    </message>
    <message>
        <source>Continue Training from This</source>
        <translation>Training von hier fortsetzen</translation>
    </message>
    <message>
        <source>Continue {text}</source>
        <translation>{text} fortsetzen</translation>
    </message>
    <message>
        <source>Continues</source>
        <translation>Setzt fort</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Contribution in log-odds</source>
        <translation>Beitrag in Log-Odds</translation>
    </message>
    <message>
        <source>Contribution in log-odds · blue: low value, red: high</source>
        <translation>Beitrag in Log-Odds · blau: niedriger Wert, rot: hoher</translation>
    </message>
    <message>
        <source>Contribution of {feature} by its value, {x} signals{partner}; {mean:.3f} on the mean, from {min:+.3f} to {max:+.3f}.</source>
        <translation>Beitrag von {feature} nach seinem Wert, {x} Signale{partner}; {mean:.3f} im Mittel, von {min:+.3f} bis {max:+.3f}.</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Abklingzeit</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy Data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Copy Image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy everything, without secrets</source>
        <translation>Alles kopieren, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Correct the combined probability where that lowered the log loss on later rows.</source>
        <translation>Die kombinierte Wahrscheinlichkeit korrigieren, wo das den Log-Loss auf späteren Zeilen senkte.</translation>
    </message>
    <message>
        <source>Corrected p</source>
        <translation>Korrigiertes p</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Correlation of the members&apos; scores: </source>
        <translation>Korrelation der Scores der Mitglieder: </translation>
    </message>
    <message>
        <source>Cost of a Trade</source>
        <translation>Kosten eines Handels</translation>
    </message>
    <message>
        <source>Cost of a trade (R)</source>
        <translation>Kosten eines Handels (R)</translation>
    </message>
    <message>
        <source>Cost of a trade in R</source>
        <translation>Kosten eines Handels in R</translation>
    </message>
    <message>
        <source>Counting the looks</source>
        <translation>Die Blicke werden gezählt</translation>
    </message>
    <message>
        <source>Ctrl+Enter trains the checked libraries. Tests always lie later than what was trained on.</source>
        <translation>Strg+Eingabe trainiert die angehakten Bibliotheken. Tests liegen immer später als das, worauf trainiert wurde.</translation>
    </message>
    <message>
        <source>Cumulative log loss above that of the best single member.</source>
        <translation>Summierter Log-Loss über dem des besten einzelnen Mitglieds.</translation>
    </message>
    <message>
        <source>Cumulative log loss in nats, and regret to the best single member: {figures}.</source>
        <translation>Summierter Log-Loss in Nats und Bedauern gegenüber dem besten einzelnen Mitglied: {figures}.</translation>
    </message>
    <message>
        <source>Cumulative log loss of each member against the best of them appears here, as labels arrive.</source>
        <translation>Der summierte Log-Loss jedes Mitglieds gegen den besten erscheint hier, während Labels eintreffen.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>DDM</source>
        <translation>DDM</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data: {headline}. {detail}</source>
        <translation>Daten: {headline}. {detail}</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Days of signals to retrain on</source>
        <translation>Tage an Signalen zum neuen Trainieren</translation>
    </message>
    <message>
        <source>History of champions and challengers</source>
        <translation>Verlauf der Champions und Herausforderer</translation>
    </message>
    <message>
        <source>P (skill)</source>
        <translation>P (Können)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Another stream or table of the same server by its name, or another source by its address: redis://host/0?stream=labels, tail:///path…</source>
        <translation>Ein anderer Strom oder eine andere Tabelle desselben Servers mit Namen, oder eine andere Quelle mit ihrer Adresse: redis://host/0?stream=labels, tail:///pfad…</translation>
    </message>
    <message>
        <source>As events come</source>
        <translation>So, wie Ereignisse kommen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Delete {ids}</source>
        <translation>{ids} löschen</translation>
    </message>
    <message>
        <source>Deleted the recipe {name}.</source>
        <translation>Das Rezept {name} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Deleted {what}.</source>
        <translation>{what} gelöscht.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Details of a run</source>
        <translation>Einzelheiten eines Laufs</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>Details of the model</source>
        <translation>Einzelheiten des Modells</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten des Problems</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Distance of the newest batch of inputs from the first ones, 0 to 1, by what matters most: {figures}.</source>
        <translation>Abstand der neuesten Gruppe von Eingaben zu den ersten, 0 bis 1, nach dem, was am meisten zählt: {figures}.</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal tun</translation>
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation>Tun, was die Meldung anbietet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Double-click to give {run_label} a role, such as monthly, weekly or online.</source>
        <translation>Doppelklicken, um {run_label} eine Rolle zu geben, etwa monatlich, wöchentlich oder online.</translation>
    </message>
    <message>
        <source>Drag to share the room</source>
        <translation>Ziehen, um den Platz zu teilen</translation>
    </message>
    <message>
        <source>Draw this run&apos;s curves, or do not.</source>
        <translation>Die Kurven dieses Laufs zeichnen oder nicht.</translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation>Kurven werden gezeichnet</translation>
    </message>
    <message>
        <source>Drawn while it is selected: click to keep it drawn</source>
        <translation>Gezeichnet, solange gewählt: klicken, um es so zu lassen</translation>
    </message>
    <message>
        <source>Drawn: click to hide its curves</source>
        <translation>Gezeichnet: klicken, um die Kurven auszublenden</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Drift alarms appear here: when scores fit their labels worse than before.</source>
        <translation>Drift-Alarme erscheinen hier: wenn Scores schlechter zu ihren Labels passen als zuvor.</translation>
    </message>
    <message>
        <source>Drift alarms, changes of blend, alerts and your own notes are listed here.</source>
        <translation>Drift-Alarme, Änderungen der Mischung, Warnungen und Ihre Notizen stehen hier.</translation>
    </message>
    <message>
        <source>Drift and Log Loss</source>
        <translation>Drift und Log-Loss</translation>
    </message>
    <message>
        <source>Drift detector</source>
        <translation>Drift-Detektor</translation>
    </message>
    <message>
        <source>Drift is watched</source>
        <translation>Drift wird beobachtet</translation>
    </message>
    <message>
        <source>Drift, cooling down</source>
        <translation>Drift, klingt ab</translation>
    </message>
    <message>
        <source>Drop a file anywhere, or open one</source>
        <translation>Datei irgendwohin ziehen oder öffnen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Dynamic Weights</source>
        <translation>Dynamische Gewichte</translation>
    </message>
    <message>
        <source>Each column appears here with its strength, and whether it stays.</source>
        <translation>Hier erscheint jede Spalte mit ihrer Stärke, und ob sie bleibt.</translation>
    </message>
    <message>
        <source>Each label right after its signal: flatters the score, for comparison with published figures only.</source>
        <translation>Jedes Label gleich nach seinem Signal: schmeichelt dem Score, nur zum Vergleich mit veröffentlichten Zahlen.</translation>
    </message>
    <message>
        <source>Each scored signal is listed here; choose one to see what made its score.</source>
        <translation>Jedes bewertete Signal steht hier; wählen Sie eines, um zu sehen, was seinen Score ausmachte.</translation>
    </message>
    <message>
        <source>Each signal is scored first and learnt from only when its outcome is known.</source>
        <translation>Jedes Signal wird zuerst bewertet und erst gelernt, wenn sein Ausgang bekannt ist.</translation>
    </message>
    <message>
        <source>Each way appears when all three are tested.</source>
        <translation>Jeder Weg erscheint, wenn alle drei getestet sind.</translation>
    </message>
    <message>
        <source>Each way is trained with the form&apos;s settings and tested on the newest rows, purged as ever. Nothing is kept.</source>
        <translation>Jeder Weg wird mit den Einstellungen des Formulars trainiert und auf den neuesten Zeilen getestet, bereinigt wie immer. Nichts wird behalten.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Early Stopping</source>
        <translation>Frühes Stoppen</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>Schlagwörter bearbeiten</translation>
    </message>
    <message>
        <source>Effective rows</source>
        <translation>Wirksame Zeilen</translation>
    </message>
    <message>
        <source>Effective shares of the batch model and the online learner in the final score.</source>
        <translation>Wirksame Anteile von Batch-Modell und Online-Lerner am fertigen Score.</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>End in order; what was learnt is kept</source>
        <translation>Geordnet beenden; das Gelernte wird behalten</translation>
    </message>
    <message>
        <source>End the building and keep nothing of it</source>
        <translation>Das Bauen beenden und nichts davon behalten</translation>
    </message>
    <message>
        <source>End the monitor; what it learnt is kept in its journal</source>
        <translation>Den Monitor beenden; was er lernte, bleibt in seinem Journal</translation>
    </message>
    <message>
        <source>End the running work and keep nothing of it</source>
        <translation>Die laufende Arbeit beenden und nichts davon behalten</translation>
    </message>
    <message>
        <source>End the search now and train each model with the best settings found</source>
        <translation>Die Suche jetzt beenden und jedes Modell mit den besten gefundenen Einstellungen trainieren</translation>
    </message>
    <message>
        <source>End the training and keep nothing of it (Esc)</source>
        <translation>Das Training beenden und nichts davon behalten (Esc)</translation>
    </message>
    <message>
        <source>Engine: loading…</source>
        <translation>Engine: wird geladen…</translation>
    </message>
    <message>
        <source>Engine: ready</source>
        <translation>Engine: bereit</translation>
    </message>
    <message>
        <source>Engine: {missing} missing</source>
        <translation>Engine: {missing} fehlt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Ensemble AUC {score} ({low} to {high}) on {rows} rows</source>
        <translation>Ensemble-AUC {score} ({low} bis {high}) auf {rows} Zeilen</translation>
    </message>
    <message>
        <source>Ensemble Above It</source>
        <translation>Ensemble darüber</translation>
    </message>
    <message>
        <source>EnsembleTab</source>
        <translation>EnsembleTab</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Equal Weights</source>
        <translation>Gleiche Gewichte</translation>
    </message>
    <message>
        <source>Equal weights</source>
        <translation>Gleiche Gewichte</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events of the monitor</source>
        <translation>Ereignisse des Monitors</translation>
    </message>
    <message>
        <source>Every label of the last {signals} signals is in: nothing has to be allowed for.</source>
        <translation>Jedes Label der letzten {signals} Signale ist da: nichts muss berücksichtigt werden.</translation>
    </message>
    <message>
        <source>Every signal alike</source>
        <translation>Jedes Signal gleich</translation>
    </message>
    <message>
        <source>Every signal is scored first, and learnt from only when its label has arrived.</source>
        <translation>Jedes Signal wird zuerst bewertet und erst gelernt, wenn sein Label eingetroffen ist.</translation>
    </message>
    <message>
        <source>Every training is kept here with its data, settings, scores and versions. Train a model, or take in a bundle from another machine.</source>
        <translation>Jedes Training bleibt hier mit Daten, Einstellungen, Scores und Versionen. Trainieren Sie ein Modell, oder nehmen Sie ein Paket von einem anderen Rechner auf.</translation>
    </message>
    <message>
        <source>Expected R</source>
        <translation>Erwartetes R</translation>
    </message>
    <message>
        <source>Expected R (Best 20%)</source>
        <translation>Erwartetes R (beste 20 %)</translation>
    </message>
    <message>
        <source>Expected R {mean_r} on the {accepted_share} of signals that are accepted</source>
        <translation>Erwartetes R {mean_r} auf den {accepted_share} der angenommenen Signale</translation>
    </message>
    <message>
        <source>Explaining {value}</source>
        <translation>{value} wird erklärt</translation>
    </message>
    <message>
        <source>Explaining {value}…</source>
        <translation>{value} wird erklärt…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export Model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Export Recipe</source>
        <translation>Rezept exportieren</translation>
    </message>
    <message>
        <source>Export {name} as a bundle</source>
        <translation>{name} als Paket exportieren</translation>
    </message>
    <message>
        <source>Export {run_label}</source>
        <translation>{run_label} exportieren</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Extra trees</source>
        <translation>Zufällige Schwellen</translation>
    </message>
    <message>
        <source>FP16 leaves, native files</source>
        <translation>FP16-Blätter, native Dateien</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-Positiv-Rate</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Feature Importance</source>
        <translation>Bedeutung der Merkmale</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Features, their order and kinds</source>
        <translation>Merkmale, ihre Reihenfolge und Art</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Figures are of the last so many.</source>
        <translation>Zahlen gelten für die letzten so vielen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File of signals</source>
        <translation>Datei mit Signalen</translation>
    </message>
    <message>
        <source>File rotated</source>
        <translation>Datei gewechselt</translation>
    </message>
    <message>
        <source>File that grows</source>
        <translation>Wachsende Datei</translation>
    </message>
    <message>
        <source>File to Watch</source>
        <translation>Zu beobachtende Datei</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Find a figure</source>
        <translation>Eine Größe finden</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung finden</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>Jeden Befehl am Namen finden</translation>
    </message>
    <message>
        <source>Find out which columns carry the signal, and what leaving out the rest costs</source>
        <translation>Herausfinden, welche Spalten das Signal tragen, und was das Weglassen der übrigen kostet</translation>
    </message>
    <message>
        <source>Find the weights on earlier rows and score the ensemble on later ones</source>
        <translation>Die Gewichte auf früheren Zeilen finden und das Ensemble auf späteren bewerten</translation>
    </message>
    <message>
        <source>Find the weights that are best for this on the rows before the scored ones. Locked weights stay; what they leave is shared by the others. Undo (Ctrl+Z) brings the old weights back.</source>
        <translation>Die hierfür besten Gewichte auf den Zeilen vor den bewerteten finden. Gesperrte Gewichte bleiben; den Rest teilen sich die anderen. Rückgängig (Strg+Z) holt die alten Gewichte zurück.</translation>
    </message>
    <message>
        <source>Findings in the file</source>
        <translation>Befunde in der Datei</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Finish now and keep the best so far</source>
        <translation>Jetzt beenden und das Beste behalten</translation>
    </message>
    <message>
        <source>Finish now and keep the best weights so far</source>
        <translation>Jetzt beenden und die bisher besten Gewichte behalten</translation>
    </message>
    <message>
        <source>Finish now with what there is</source>
        <translation>Jetzt beenden mit dem, was da ist</translation>
    </message>
    <message>
        <source>First and last signal that its trees have seen.</source>
        <translation>Erstes und letztes Signal, das seine Bäume gesehen haben.</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Fits with shuffled labels, shuffled copies or half of the rows.</source>
        <translation>Trainings mit vertauschten Labels, vertauschten Kopien oder der Hälfte der Zeilen.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Fixed, following who predicts better, or the best share of the window.</source>
        <translation>Fest, dem besser Vorhersagenden folgend, oder der beste Anteil des Fensters.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Ordner mit Dateien</translation>
    </message>
    <message>
        <source>Folder to Watch</source>
        <translation>Zu beobachtender Ordner</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Dem System folgen</translation>
    </message>
    <message>
        <source>Follow the system, or always light or dark.</source>
        <translation>Dem System folgen, oder immer hell oder dunkel.</translation>
    </message>
    <message>
        <source>For permutation: what the p-values are corrected for.</source>
        <translation>Für Vertauschungen: wofür die p-Werte korrigiert werden.</translation>
    </message>
    <message>
        <source>Form of the models</source>
        <translation>Form der Modelle</translation>
    </message>
    <message>
        <source>Found by trials on earlier rows, in 10 s, 1 min or 10 min; the score is of later rows that no trial saw.</source>
        <translation>Durch Versuche auf früheren Zeilen gefunden, in 10 s, 1 min oder 10 min; der Score stammt von späteren, die kein Versuch sah.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From the base {base:.3f} to {margin:.3f} in log-odds, probability {probability:.3f}: {steps}.</source>
        <translation>Von der Basis {base:.3f} zu {margin:.3f} in Log-Odds, Wahrscheinlichkeit {probability:.3f}: {steps}.</translation>
    </message>
    <message>
        <source>From which probability on a signal is accepted, where no rule says otherwise.</source>
        <translation>Ab welcher Wahrscheinlichkeit ein Signal angenommen wird, wo keine Regel anderes sagt.</translation>
    </message>
    <message>
        <source>From which probability on a signal is accepted.</source>
        <translation>Ab welcher Wahrscheinlichkeit ein Signal angenommen wird.</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Volle Geschwindigkeit</translation>
    </message>
    <message>
        <source>Further Parameters</source>
        <translation>Weitere Parameter</translation>
    </message>
    <message>
        <source>GPU, where there is one</source>
        <translation>GPU, wo es eine gibt</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Give a number from {low:g} to {high:g}, or “balanced”.</source>
        <translation>Geben Sie eine Zahl von {low:g} bis {high:g} ein, oder „balanced“.</translation>
    </message>
    <message>
        <source>Give every member that is not locked the same weight.</source>
        <translation>Jedem nicht gesperrten Mitglied dasselbe Gewicht geben.</translation>
    </message>
    <message>
        <source>Give the finished blocks up</source>
        <translation>Die fertigen Blöcke aufgeben</translation>
    </message>
    <message>
        <source>Give the learner&apos;s settings their defaults</source>
        <translation>Den Einstellungen des Lerners ihre Vorgaben geben</translation>
    </message>
    <message>
        <source>Give these settings their defaults</source>
        <translation>Diesen Einstellungen ihre Vorgaben geben</translation>
    </message>
    <message>
        <source>Give {kind} from {low:g} to {high:g}.</source>
        <translation>Geben Sie {kind} von {low:g} bis {high:g} ein.</translation>
    </message>
    <message>
        <source>Give {kind} of at least {low:g}.</source>
        <translation>Geben Sie {kind} von mindestens {low:g} ein.</translation>
    </message>
    <message>
        <source>Give {kind} of at most {high:g}.</source>
        <translation>Geben Sie {kind} von höchstens {high:g} ein.</translation>
    </message>
    <message>
        <source>Give {kind}.</source>
        <translation>Geben Sie {kind} ein.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Given Threshold</source>
        <translation>Gegebene Schwelle</translation>
    </message>
    <message>
        <source>Go on from the finished blocks, to the same result</source>
        <translation>Von den fertigen Blöcken aus fortfahren, zum selben Ergebnis</translation>
    </message>
    <message>
        <source>Go on where it was left</source>
        <translation>Fortfahren, wo aufgehört wurde</translation>
    </message>
    <message>
        <source>Go on where the same source was left</source>
        <translation>Fortfahren, wo dieselbe Quelle verlassen wurde</translation>
    </message>
    <message>
        <source>Go on with a training that a crash or a power cut ended</source>
        <translation>Ein Training fortsetzen, das ein Absturz oder Stromausfall beendete</translation>
    </message>
    <message>
        <source>Go on with the newest</source>
        <translation>Mit dem Neuesten fortfahren</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Go to Training with the newest signals of this stream</source>
        <translation>Zum Training mit den neuesten Signalen dieses Stroms</translation>
    </message>
    <message>
        <source>Greedy Selection</source>
        <translation>Gierige Auswahl</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups Tested at Once</source>
        <translation>Zugleich getestete Gruppen</translation>
    </message>
    <message>
        <source>Grow trees by CatBoost</source>
        <translation>Bäume mit CatBoost wachsen lassen</translation>
    </message>
    <message>
        <source>Grow trees by LightGBM</source>
        <translation>Bäume mit LightGBM wachsen lassen</translation>
    </message>
    <message>
        <source>Grow trees by XGBoost</source>
        <translation>Bäume mit XGBoost wachsen lassen</translation>
    </message>
    <message>
        <source>Guard Against</source>
        <translation>Schützen vor</translation>
    </message>
    <message>
        <source>HDDM_A</source>
        <translation>HDDM_A</translation>
    </message>
    <message>
        <source>Half of the rows choose it again and again (stability)</source>
        <translation>Die Hälfte der Zeilen wählt sie immer wieder (Stabilität)</translation>
    </message>
    <message>
        <source>Half-Life</source>
        <translation>Halbwertszeit</translation>
    </message>
    <message>
        <source>Half-life in hours</source>
        <translation>Halbwertszeit in Stunden</translation>
    </message>
    <message>
        <source>Half-life in labels</source>
        <translation>Halbwertszeit in Labels</translation>
    </message>
    <message>
        <source>Half-life {labels} labels</source>
        <translation>Halbwertszeit {labels} Labels</translation>
    </message>
    <message>
        <source>Has {trees}; Rounds under Advanced is the total.</source>
        <translation>Hat {trees}; Runden unter Erweitert ist die Gesamtzahl.</translation>
    </message>
    <message>
        <source>Here, use Choose Columns before you train.</source>
        <translation>Verwenden Sie hier Spalten wählen, bevor Sie trainieren.</translation>
    </message>
    <message>
        <source>Hidden: click to draw its curves</source>
        <translation>Ausgeblendet: klicken, um die Kurven zu zeichnen</translation>
    </message>
    <message>
        <source>Hide Details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Höher ist besser.</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History and comparison</source>
        <translation>Verlauf und Vergleich</translation>
    </message>
    <message>
        <source>Hoeffding-tree</source>
        <translation>Hoeffding-Baum</translation>
    </message>
    <message>
        <source>Hold Back Less on Clear Patterns</source>
        <translation>Bei klaren Mustern weniger zurückhalten</translation>
    </message>
    <message>
        <source>Hold the source, or let it go on</source>
        <translation>Die Quelle anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Hold the stream, or let it go on</source>
        <translation>Den Strom anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Hold the view; the learner goes on</source>
        <translation>Die Ansicht anhalten; der Lerner läuft weiter</translation>
    </message>
    <message>
        <source>How alike two members score; those that differ help most.</source>
        <translation>Wie ähnlich zwei Mitglieder bewerten; wer abweicht, hilft am meisten.</translation>
    </message>
    <message>
        <source>How far a feature moved one signal&apos;s score, in log-odds; they add up exactly.</source>
        <translation>Wie weit ein Merkmal den Score eines Signals bewegte, in Log-Odds; zusammen ergeben sie ihn genau.</translation>
    </message>
    <message>
        <source>How far each tree moves the score; smaller needs more rounds.</source>
        <translation>Wie weit jeder Baum den Score bewegt; kleiner braucht mehr Runden.</translation>
    </message>
    <message>
        <source>How far the probabilities are from what happened.</source>
        <translation>Wie weit die Wahrscheinlichkeiten vom Geschehenen entfernt sind.</translation>
    </message>
    <message>
        <source>How fast a file&apos;s time passes. It may be changed while the monitor runs.</source>
        <translation>Wie schnell die Zeit einer Datei vergeht. Kann bei laufendem Monitor geändert werden.</translation>
    </message>
    <message>
        <source>How many consecutive blocks of later rows are tested.</source>
        <translation>Wie viele aufeinanderfolgende Blöcke späterer Zeilen getestet werden.</translation>
    </message>
    <message>
        <source>How many equally weighted rows the weighted ones are worth.</source>
        <translation>Wie viele gleich gewichtete Zeilen die gewichteten wert sind.</translation>
    </message>
    <message>
        <source>How many of the newest days to train on</source>
        <translation>Auf wie vielen der neuesten Tage trainiert wird</translation>
    </message>
    <message>
        <source>How many questions a tree asks in a row.</source>
        <translation>Wie viele Fragen ein Baum hintereinander stellt.</translation>
    </message>
    <message>
        <source>How much a win counts against a loss, or &quot;balanced&quot;; probabilities are corrected for it.</source>
        <translation>Wie viel ein Gewinn gegen einen Verlust zählt, oder &quot;balanced&quot;; Wahrscheinlichkeiten werden darum korrigiert.</translation>
    </message>
    <message>
        <source>How often a random win has a higher score than a random loss; 0.5 is chance.</source>
        <translation>Wie oft ein zufälliger Gewinn einen höheren Score hat als ein zufälliger Verlust; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>How often chance alone does as well.</source>
        <translation>Wie oft der Zufall allein ebenso gut ist.</translation>
    </message>
    <message>
        <source>How often the blended score is on the right side, over the last labels, with half the width of its 95 % interval. Higher is better.</source>
        <translation>Wie oft der gemischte Score auf der richtigen Seite liegt, über die letzten Labels, mit halber Breite seines 95-%-Intervalls. Höher ist besser.</translation>
    </message>
    <message>
        <source>How often the blended score was on the right side of 0.5.</source>
        <translation>Wie oft der gemischte Score auf der richtigen Seite von 0,5 lag.</translation>
    </message>
    <message>
        <source>How readily adaptive shares come back after a change (fixed share).</source>
        <translation>Wie bereitwillig anpassende Anteile nach einem Wechsel zurückkommen (Fixed Share).</translation>
    </message>
    <message>
        <source>How sure the difference of two models on the same rows is.</source>
        <translation>Wie sicher der Unterschied zweier Modelle auf denselben Zeilen ist.</translation>
    </message>
    <message>
        <source>How the ensemble is listed; left out, the method&apos;s name.</source>
        <translation>Wie das Ensemble aufgeführt wird; sonst der Name des Verfahrens.</translation>
    </message>
    <message>
        <source>How well the probabilities fit, over the last labels. Lower is better; above the base rate&apos;s a score is worse than none.</source>
        <translation>Wie gut die Wahrscheinlichkeiten passen, über die letzten Labels. Niedriger ist besser; über dem der Grundrate ist ein Score schlechter als keiner.</translation>
    </message>
    <message>
        <source>How well the score ranks wins above losses, over the last labels; 0.5 is chance. Higher is better.</source>
        <translation>Wie gut der Score Gewinne über Verluste ordnet, über die letzten Labels; 0,5 ist Zufall. Höher ist besser.</translation>
    </message>
    <message>
        <source>INT8 leaves, native files</source>
        <translation>INT8-Blätter, native Dateien</translation>
    </message>
    <message>
        <source>Import Recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Import a Bundle</source>
        <translation>Paket importieren</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Imported {run_label}: every byte was checked, and its models reproduced their canary rows.</source>
        <translation>{run_label} importiert: jedes Byte wurde geprüft, und seine Modelle gaben ihre Prüfzeilen wieder.</translation>
    </message>
    <message>
        <source>Imported {run_label}: every byte was checked, but {lacking}</source>
        <translation>{run_label} importiert: jedes Byte wurde geprüft, aber {lacking}</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In how many blocks the later rows are scored, the weights fitted anew before each.</source>
        <translation>In wie vielen Blöcken die späteren Zeilen bewertet werden, mit neu angepassten Gewichten vor jedem.</translation>
    </message>
    <message>
        <source>In large groups: nobody waits for a score.</source>
        <translation>In großen Gruppen: niemand wartet auf einen Score.</translation>
    </message>
    <message>
        <source>In which part of the repetitions a column has to stand out.</source>
        <translation>In welchem Teil der Wiederholungen eine Spalte herausragen muss.</translation>
    </message>
    <message>
        <source>In which part of the repetitions.</source>
        <translation>In welchem Teil der Wiederholungen.</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Inputs That Moved</source>
        <translation>Eingaben, die sich verschoben haben</translation>
    </message>
    <message>
        <source>Inputs are compared with the stream&apos;s first 2,000 signals, in batches of 250. The strips appear after that.</source>
        <translation>Eingaben werden in Gruppen von 250 mit den ersten 2.000 Signalen des Stroms verglichen. Danach erscheinen die Streifen.</translation>
    </message>
    <message>
        <source>Install the extra `onnx`: {words}.</source>
        <translation>Installieren Sie das Extra `onnx`: {words}.</translation>
    </message>
    <message>
        <source>Install the extra `signing`.</source>
        <translation>Installieren Sie das Extra `signing`.</translation>
    </message>
    <message>
        <source>Intercept rate</source>
        <translation>Rate des Achsenabschnitts</translation>
    </message>
    <message>
        <source>Intercept settling</source>
        <translation>Setzen des Achsenabschnitts</translation>
    </message>
    <message>
        <source>Into how many steps each feature is cut.</source>
        <translation>In wie viele Stufen jedes Merkmal geteilt wird.</translation>
    </message>
    <message>
        <source>Isotonic (thousands of rows)</source>
        <translation>Isoton (tausende Zeilen)</translation>
    </message>
    <message>
        <source>It holds no model.</source>
        <translation>Es enthält kein Modell.</translation>
    </message>
    <message>
        <source>It is an ensemble itself: choose its members instead.</source>
        <translation>Es ist selbst ein Ensemble: wählen Sie stattdessen seine Mitglieder.</translation>
    </message>
    <message>
        <source>It is kept in the journal, {where}, and changes no figure.</source>
        <translation>Es bleibt im Journal, {where}, und ändert keine Zahl.</translation>
    </message>
    <message>
        <source>It is listed in Models until the next build takes its place; Save keeps it for good.</source>
        <translation>Es steht unter Modelle, bis das nächste seinen Platz nimmt; Speichern behält es auf Dauer.</translation>
    </message>
    <message>
        <source>It scores each signal of the open file before it learns its outcome, so every row counts for it; what is saved is where it stands at the end.</source>
        <translation>Es bewertet jedes Signal der offenen Datei, bevor es den Ausgang lernt, also zählt jede Zeile; gespeichert wird, wo es am Ende steht.</translation>
    </message>
    <message>
        <source>It was trained on signals up to {day}; the open file holds none later.</source>
        <translation>Es wurde auf Signalen bis {day} trainiert; die offene Datei hat keine späteren.</translation>
    </message>
    <message>
        <source>It was trained on these very rows, so none of them counts for it.</source>
        <translation>Es wurde auf genau diesen Zeilen trainiert, also zählt keine davon.</translation>
    </message>
    <message>
        <source>Its share in the ensemble.</source>
        <translation>Sein Anteil am Ensemble.</translation>
    </message>
    <message>
        <source>Judge by what has been tried so far</source>
        <translation>Nach dem bisher Versuchten urteilen</translation>
    </message>
    <message>
        <source>Keep Working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keep a Column When</source>
        <translation>Eine Spalte behalten, wenn</translation>
    </message>
    <message>
        <source>Keep it and make it the champion: the model that is live and that others are measured against.</source>
        <translation>Behalten und zum Champion machen: dem Modell im Einsatz, an dem andere gemessen werden.</translation>
    </message>
    <message>
        <source>Keep it and write it as one file that opens on another machine.</source>
        <translation>Behalten und als eine Datei schreiben, die sich auf einem anderen Rechner öffnet.</translation>
    </message>
    <message>
        <source>Keep its trees, learn their leaves anew</source>
        <translation>Seine Bäume behalten, ihre Blätter neu lernen</translation>
    </message>
    <message>
        <source>Keep the chosen columns under this name</source>
        <translation>Die gewählten Spalten unter diesem Namen behalten</translation>
    </message>
    <message>
        <source>Keep the ensemble in the library under this name.</source>
        <translation>Das Ensemble unter diesem Namen in der Bibliothek behalten.</translation>
    </message>
    <message>
        <source>Keep the last test block unseen</source>
        <translation>Den letzten Testblock ungesehen lassen</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keyring</source>
        <translation>Das Passwort im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Keep the weights as they were</source>
        <translation>Die Gewichte lassen, wie sie waren</translation>
    </message>
    <message>
        <source>Keep what this form asks for under a name</source>
        <translation>Was dieses Formular verlangt, unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Kept in the journal at this moment</source>
        <translation>In diesem Augenblick im Journal behalten</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Art der Quelle</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-Strafe</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label Horizon</source>
        <translation>Horizont des Labels</translation>
    </message>
    <message>
        <source>Labels at once</source>
        <translation>Labels sofort</translation>
    </message>
    <message>
        <source>Labels cannot come from a file that is replayed.</source>
        <translation>Labels können nicht aus einer Datei kommen, die abgespielt wird.</translation>
    </message>
    <message>
        <source>Labels expire after</source>
        <translation>Labels verfallen nach</translation>
    </message>
    <message>
        <source>Labels in</source>
        <translation>Labels da</translation>
    </message>
    <message>
        <source>Labels learnt</source>
        <translation>Gelernte Labels</translation>
    </message>
    <message>
        <source>Labels that shares are tried on</source>
        <translation>Labels, an denen Anteile versucht werden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger |R| count as this much, so that no outlier rules.</source>
        <translation>Größere |R| zählen so viel, damit kein Ausreißer bestimmt.</translation>
    </message>
    <message>
        <source>Last </source>
        <translation>Letzte </translation>
    </message>
    <message>
        <source>Last label</source>
        <translation>Letztes Label</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>Late Labels</source>
        <translation>Späte Labels</translation>
    </message>
    <message>
        <source>Late labels. {words} </source>
        <translation>Späte Labels. {words} </translation>
    </message>
    <message>
        <source>Late ones allowed for</source>
        <translation>Späte berücksichtigt</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later Blocks</source>
        <translation>Spätere Blöcke</translation>
    </message>
    <message>
        <source>Later rows are scored worse without it (permutation)</source>
        <translation>Spätere Zeilen werden ohne sie schlechter bewertet (Vertauschung)</translation>
    </message>
    <message>
        <source>Leak Meter</source>
        <translation>Leck-Messer</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Leck</translation>
    </message>
    <message>
        <source>Learn From the Newest Rows Too</source>
        <translation>Auch von den neuesten Zeilen lernen</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Lerner</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning Rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning curves. </source>
        <translation>Lernkurven. </translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}</source>
        <translation>Lernrate {rate:.2g}</translation>
    </message>
    <message>
        <source>Learns from the open file</source>
        <translation>Lernt von der offenen Datei</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Least Leaf Weight</source>
        <translation>Kleinstes Blattgewicht</translation>
    </message>
    <message>
        <source>Least Share</source>
        <translation>Kleinster Anteil</translation>
    </message>
    <message>
        <source>Least weight of a leaf, in rows times p(1-p): a quarter of the rows at even odds.</source>
        <translation>Kleinstes Gewicht eines Blattes, in Zeilen mal p(1-p): bei gleichen Chancen ein Viertel der Zeilen.</translation>
    </message>
    <message>
        <source>Least |R| as Weight</source>
        <translation>Kleinstes |R| als Gewicht</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave Out All</source>
        <translation>Alle weglassen</translation>
    </message>
    <message>
        <source>Leave Out {column}</source>
        <translation>{column} weglassen</translation>
    </message>
    <message>
        <source>Leave out the lines in which the models are alike</source>
        <translation>Die Zeilen weglassen, in denen die Modelle gleich sind</translation>
    </message>
    <message>
        <source>Leave the others out of the open file</source>
        <translation>Die anderen in der offenen Datei weglassen</translation>
    </message>
    <message>
        <source>Leave the tour; Help has it</source>
        <translation>Den Rundgang verlassen; die Hilfe hat ihn</translation>
    </message>
    <message>
        <source>Left out: their outcome was known only after the test had begun</source>
        <translation>Weggelassen: ihr Ausgang war erst bekannt, als der Test schon begonnen hatte</translation>
    </message>
    <message>
        <source>Let every row count alike</source>
        <translation>Jede Zeile gleich zählen lassen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Lightgbm</source>
        <translation>LightGBM</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Lock the weight of {name}</source>
        <translation>Das Gewicht von {name} sperren</translation>
    </message>
    <message>
        <source>Locked Weights</source>
        <translation>Gesperrte Gewichte</translation>
    </message>
    <message>
        <source>Log Loss</source>
        <translation>Log-Loss</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log-Loss</translation>
    </message>
    <message>
        <source>Log loss of always giving the share of wins so far. Above it, a score is worse than no model.</source>
        <translation>Log-Loss dessen, der immer den bisherigen Anteil der Gewinne nennt. Darüber ist ein Score schlechter als kein Modell.</translation>
    </message>
    <message>
        <source>Log loss, lower is better: {values_at}; base rate {newest:.4f}. Drift alarms: {alarms}.</source>
        <translation>Log-Loss, niedriger ist besser: {values_at}; Grundrate {newest:.4f}. Drift-Alarme: {alarms}.</translation>
    </message>
    <message>
        <source>Log-odds</source>
        <translation>Log-Odds</translation>
    </message>
    <message>
        <source>Looking at columns, types and times.</source>
        <translation>Spalten, Arten und Zeiten werden angesehen.</translation>
    </message>
    <message>
        <source>Looking at what is recorded…</source>
        <translation>Das Aufgezeichnete wird angesehen…</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss on training and validation rows appears here while a model trains.</source>
        <translation>Der Verlust auf Trainings- und Validierungszeilen erscheint hier, während ein Modell trainiert.</translation>
    </message>
    <message>
        <source>Lost Without</source>
        <translation>Verlust ohne</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Niedriger ist besser.</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>MLflow server</source>
        <translation>MLflow-Server</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>Make Best</source>
        <translation>Am besten machen</translation>
    </message>
    <message>
        <source>Make Challenger</source>
        <translation>Als Herausforderer</translation>
    </message>
    <message>
        <source>Make Champion</source>
        <translation>Zum Champion machen</translation>
    </message>
    <message>
        <source>Make the chosen model the champion: the one that is live and that others are measured against.</source>
        <translation>Das gewählte Modell zum Champion machen: dem Modell im Einsatz, an dem andere gemessen werden.</translation>
    </message>
    <message>
        <source>Make {name} the champion</source>
        <translation>{name} zum Champion machen</translation>
    </message>
    <message>
        <source>Making the bundle and opening it in a process of its own, as another machine would …</source>
        <translation>Das Paket wird gemacht und in einem eigenen Prozess geöffnet, wie es ein anderer Rechner täte …</translation>
    </message>
    <message>
        <source>Mark in a table (eye, star)</source>
        <translation>In einer Tabelle markieren (Auge, Stern)</translation>
    </message>
    <message>
        <source>Mark the chosen model as the one that is to score in the champion&apos;s shadow, here and in MLflow; there is one at a time, and it needs a champion.</source>
        <translation>Das gewählte Modell als das kennzeichnen, das im Schatten des Champions bewerten soll, hier und in MLflow; es gibt immer nur eines, und es braucht einen Champion.</translation>
    </message>
    <message>
        <source>Mean R</source>
        <translation>Mittleres R</translation>
    </message>
    <message>
        <source>Mean R by Threshold</source>
        <translation>Mittleres R nach Schwelle</translation>
    </message>
    <message>
        <source>Mean R of all signals</source>
        <translation>Mittleres R aller Signale</translation>
    </message>
    <message>
        <source>Mean profit in units of risk of the signals that are accepted.</source>
        <translation>Mittlerer Gewinn in Risikoeinheiten der angenommenen Signale.</translation>
    </message>
    <message>
        <source>Mean realized R</source>
        <translation>Mittleres realisiertes R</translation>
    </message>
    <message>
        <source>Mean realized R of all the newest signals.</source>
        <translation>Mittleres realisiertes R aller neuesten Signale.</translation>
    </message>
    <message>
        <source>Mean realized R of the last labelled signals that score above the batch model&apos;s threshold, with its 95 % interval. Higher is better.</source>
        <translation>Mittleres realisiertes R der letzten Signale mit Label, die über der Schwelle des Batch-Modells liegen, mit 95-%-Intervall. Höher ist besser.</translation>
    </message>
    <message>
        <source>Mean |contribution|</source>
        <translation>Mittlerer |Beitrag|</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Measured against {run_label}.</source>
        <translation>Gemessen an {run_label}.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Members whose weights stay as given; the others share what is left.</source>
        <translation>Mitglieder, deren Gewichte bleiben; die anderen teilen sich den Rest.</translation>
    </message>
    <message>
        <source>Message: {text}</source>
        <translation>Meldung: {text}</translation>
    </message>
    <message>
        <source>Messages: none</source>
        <translation>Meldungen: keine</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models that can be combined</source>
        <translation>Modelle, die kombiniert werden können</translation>
    </message>
    <message>
        <source>Models, runs and settings are kept in {folder}</source>
        <translation>Modelle, Läufe und Einstellungen liegen in {folder}</translation>
    </message>
    <message>
        <source>ModelsTab</source>
        <translation>ModelsTab</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Monitor T&amp;riggers…</source>
        <translation>A&amp;uslöser des Monitors…</translation>
    </message>
    <message>
        <source>Monitor {title}</source>
        <translation>Monitor {title}</translation>
    </message>
    <message>
        <source>Monitor {value}</source>
        <translation>Monitor {value}</translation>
    </message>
    <message>
        <source>Monitor: {title}</source>
        <translation>Monitor: {title}</translation>
    </message>
    <message>
        <source>MonitorTab</source>
        <translation>MonitorTab</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>Monitors side by side</source>
        <translation>Monitore nebeneinander</translation>
    </message>
    <message>
        <source>More about recipes</source>
        <translation>Mehr zu Rezepten</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Most Permutations</source>
        <translation>Höchstzahl der Vertauschungen</translation>
    </message>
    <message>
        <source>Most important features</source>
        <translation>Wichtigste Merkmale</translation>
    </message>
    <message>
        <source>Most leaves</source>
        <translation>Meiste Blätter</translation>
    </message>
    <message>
        <source>Most |R| as Weight</source>
        <translation>Größtes |R| als Gewicht</translation>
    </message>
    <message>
        <source>Move Weight</source>
        <translation>Gewicht verschieben</translation>
    </message>
    <message>
        <source>Naive-bayes</source>
        <translation>Naive Bayes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the ensemble</source>
        <translation>Name des Ensembles</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name des Satzes</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Nats</source>
        <translation>Nats</translation>
    </message>
    <message>
        <source>Needs a column of realized R: choose it under Columns, then train.</source>
        <translation>Braucht eine Spalte mit realisiertem R: wählen Sie sie unter Spalten, dann trainieren Sie.</translation>
    </message>
    <message>
        <source>Newest signals</source>
        <translation>Neueste Signale</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No Models Yet</source>
        <translation>Noch keine Modelle</translation>
    </message>
    <message>
        <source>No Models to Combine</source>
        <translation>Keine Modelle zum Kombinieren</translation>
    </message>
    <message>
        <source>No Problem So Far</source>
        <translation>Bisher kein Problem</translation>
    </message>
    <message>
        <source>No Recent Files</source>
        <translation>Keine zuletzt geöffneten Dateien</translation>
    </message>
    <message>
        <source>No batch model</source>
        <translation>Kein Batch-Modell</translation>
    </message>
    <message>
        <source>No batch model: the score is the online learner&apos;s alone.</source>
        <translation>Kein Batch-Modell: der Score ist allein der des Online-Lerners.</translation>
    </message>
    <message>
        <source>No column is chosen as win or loss.</source>
        <translation>Keine Spalte ist als Gewinn oder Verlust gewählt.</translation>
    </message>
    <message>
        <source>No ensemble yet</source>
        <translation>Noch kein Ensemble</translation>
    </message>
    <message>
        <source>No fading of old labels</source>
        <translation>Alte Labels verblassen nicht</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei ist offen</translation>
    </message>
    <message>
        <source>No file of signals is open.</source>
        <translation>Keine Datei mit Signalen ist offen.</translation>
    </message>
    <message>
        <source>No label has arrived yet.</source>
        <translation>Noch ist kein Label eingetroffen.</translation>
    </message>
    <message>
        <source>No label was learnt in this stream.</source>
        <translation>In diesem Strom wurde kein Label gelernt.</translation>
    </message>
    <message>
        <source>No look at this run was written down here.</source>
        <translation>Hier wurde kein Blick auf diesen Lauf notiert.</translation>
    </message>
    <message>
        <source>No model chosen</source>
        <translation>Kein Modell gewählt</translation>
    </message>
    <message>
        <source>No model has been made champion yet. Choose one and press Make Champion.</source>
        <translation>Noch ist kein Modell Champion. Wählen Sie eines und drücken Sie Zum Champion machen.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Kein Modell ist gewählt.</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>No recipe</source>
        <translation>Kein Rezept</translation>
    </message>
    <message>
        <source>No rows to score on.</source>
        <translation>Keine Zeilen zum Bewerten.</translation>
    </message>
    <message>
        <source>No rule is on.</source>
        <translation>Keine Regel ist an.</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
    <message>
        <source>No signal is accepted</source>
        <translation>Kein Signal wird angenommen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on the model</source>
        <translation>Notiz zum Modell</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Nothing is kept of this monitor, so that its signals cannot be explained.</source>
        <translation>Von diesem Monitor wird nichts behalten, daher können seine Signale nicht erklärt werden.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Run a monitor first: it keeps every event.</source>
        <translation>Noch ist nichts aufgezeichnet. Lassen Sie zuerst einen Monitor laufen: er behält jedes Ereignis.</translation>
    </message>
    <message>
        <source>Nothing of the last session was opened; your models are whole.</source>
        <translation>Nichts von der letzten Sitzung wurde geöffnet; Ihre Modelle sind unversehrt.</translation>
    </message>
    <message>
        <source>Nothing to Watch Yet</source>
        <translation>Noch nichts zu beobachten</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Nothing unexpected has happened since the program was started. Should it, it is told here, to be copied and sent to us.</source>
        <translation>Seit dem Start des Programms ist nichts Unerwartetes geschehen. Sollte das vorkommen, steht es hier, zum Kopieren und Einsenden.</translation>
    </message>
    <message>
        <source>Nothing: new models</source>
        <translation>Nichts: neue Modelle</translation>
    </message>
    <message>
        <source>Nothing: this is the first version.</source>
        <translation>Nichts: dies ist die erste Version.</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Now {share} right, log loss {value:.4f}. {which}, at {other:.2f}: {share2}, {value2:.4f} (last {count} labels).</source>
        <translation>Jetzt {share} richtig, Log-Loss {value:.4f}. {which}, bei {other:.2f}: {share2}, {value2:.4f} (letzte {count} Labels).</translation>
    </message>
    <message>
        <source>ONNX (opset {opset}): the largest difference of a probability was {largest_difference:.1e}, over {rows:,} rows.</source>
        <translation>ONNX (Opset {opset}): der größte Unterschied einer Wahrscheinlichkeit war {largest_difference:.1e}, über {rows:,} Zeilen.</translation>
    </message>
    <message>
        <source>Observed win rate</source>
        <translation>Beobachtete Gewinnrate</translation>
    </message>
    <message>
        <source>Of each column; 0 = as many as the correction needs.</source>
        <translation>Je Spalte; 0 = so viele, wie die Korrektur braucht.</translation>
    </message>
    <message>
        <source>Off: nothing is sent</source>
        <translation>Aus: nichts wird gesendet</translation>
    </message>
    <message>
        <source>Old labels fade by half in so long; 0 never.</source>
        <translation>Alte Labels verblassen in dieser Zeit um die Hälfte; 0 nie.</translation>
    </message>
    <message>
        <source>Old labels fade by half in so many; 0 never.</source>
        <translation>Alte Labels verblassen nach so vielen um die Hälfte; 0 nie.</translation>
    </message>
    <message>
        <source>On how many of the newest labels shares are tried</source>
        <translation>An wie vielen der neuesten Labels Anteile versucht werden</translation>
    </message>
    <message>
        <source>On the ensemble&apos;s own later rows; higher is better, 0.5 is chance.</source>
        <translation>Auf den eigenen späteren Zeilen des Ensembles; höher ist besser, 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>On the run&apos;s own later rows; higher is better, 0.5 is chance.</source>
        <translation>Auf den eigenen späteren Zeilen des Laufs; höher ist besser, 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>On this stream&apos;s labels in random order, where nothing changes, alarms per 10,000: {each}.</source>
        <translation>Auf den Labels dieses Stroms in zufälliger Folge, in der sich nichts ändert, Alarme je 10.000: {each}.</translation>
    </message>
    <message>
        <source>On unseen later rows; higher is better, 0.5 is chance.</source>
        <translation>Auf ungesehenen späteren Zeilen; höher ist besser, 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>Once a monitor has run, each rule tells how often it would have fired.</source>
        <translation>Sobald ein Monitor gelaufen ist, sagt jede Regel, wie oft sie gefeuert hätte.</translation>
    </message>
    <message>
        <source>Once early stopping has found the number of rounds, train again with the rows it had kept aside.</source>
        <translation>Hat frühes Stoppen die Zahl der Runden gefunden, mit den zurückgelegten Zeilen noch einmal trainieren.</translation>
    </message>
    <message>
        <source>One Signal</source>
        <translation>Ein Signal</translation>
    </message>
    <message>
        <source>One column is used now.</source>
        <translation>Eine Spalte wird jetzt verwendet.</translation>
    </message>
    <message>
        <source>One graph from raw features to the final score; refused where it would differ.</source>
        <translation>Ein Graph von rohen Merkmalen zum fertigen Score; abgelehnt, wo er abweichen würde.</translation>
    </message>
    <message>
        <source>One more, with a source of its own</source>
        <translation>Noch einer, mit eigener Quelle</translation>
    </message>
    <message>
        <source>One set of settings that was tried</source>
        <translation>Ein Satz Einstellungen, der versucht wurde</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Online Monitor</source>
        <translation>Online-Monitor</translation>
    </message>
    <message>
        <source>Online model</source>
        <translation>Online-Modell</translation>
    </message>
    <message>
        <source>Online model as it is now</source>
        <translation>Online-Modell, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Online only</source>
        <translation>Nur online</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Only the first so many signals; 0 takes all.</source>
        <translation>Nur die ersten so vielen Signale; 0 nimmt alle.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;Sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open Data…</source>
        <translation>Daten öffnen…</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open It Again Now</source>
        <translation>Jetzt neu öffnen</translation>
    </message>
    <message>
        <source>Open It All the Same</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Open Sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open Signals</source>
        <translation>Signale öffnen</translation>
    </message>
    <message>
        <source>Open Your Signals</source>
        <translation>Ihre Signale öffnen</translation>
    </message>
    <message>
        <source>Open a CSV, Parquet or Feather file of signals (Ctrl+O)</source>
        <translation>Eine CSV-, Parquet- oder Feather-Datei mit Signalen öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Open a file and select a run to see why it scores as it does.</source>
        <translation>Öffnen Sie eine Datei und wählen Sie einen Lauf, um zu sehen, warum er so bewertet.</translation>
    </message>
    <message>
        <source>Open a file of signals first.</source>
        <translation>Öffnen Sie zuerst eine Datei mit Signalen.</translation>
    </message>
    <message>
        <source>Open a file of signals or a bundle</source>
        <translation>Eine Datei mit Signalen oder ein Paket öffnen</translation>
    </message>
    <message>
        <source>Open a file of trading signals to replay it as if it were live: every signal is scored first and learnt from when its label arrives.</source>
        <translation>Öffnen Sie eine Datei mit Handelssignalen, um sie wie live abzuspielen: jedes Signal wird zuerst bewertet und erst gelernt, wenn sein Label eintrifft.</translation>
    </message>
    <message>
        <source>Open a file of trading signals, one row a signal, with a column that says whether it won. Or try it with real hourly Bitcoin signals.</source>
        <translation>Öffnen Sie eine Datei mit Handelssignalen, eine Zeile je Signal, mit einer Spalte, die sagt, ob es gewann. Oder probieren Sie es mit echten stündlichen Bitcoin-Signalen.</translation>
    </message>
    <message>
        <source>Open one, or try it with Open Sample.</source>
        <translation>Öffnen Sie eine, oder probieren Sie das Beispiel.</translation>
    </message>
    <message>
        <source>Open real hourly Bitcoin signals</source>
        <translation>Echte stündliche Bitcoin-Signale öffnen</translation>
    </message>
    <message>
        <source>Open the Training tab with the labelled signals of the last days.</source>
        <translation>Das Training mit den Signalen der letzten Tage öffnen, deren Label bekannt ist.</translation>
    </message>
    <message>
        <source>Open the file that the model was trained on.</source>
        <translation>Öffnen Sie die Datei, auf der das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Open the file that the models were trained on, or a later one.</source>
        <translation>Öffnen Sie die Datei, auf der die Modelle trainiert wurden, oder eine spätere.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opening the members</source>
        <translation>Mitglieder werden geöffnet</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Quelle wird geöffnet</translation>
    </message>
    <message>
        <source>Opening {champion_name}</source>
        <translation>{champion_name} wird geöffnet</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Optimieren</translation>
    </message>
    <message>
        <source>Optimise Weights</source>
        <translation>Gewichte optimieren</translation>
    </message>
    <message>
        <source>Optimise for</source>
        <translation>Optimieren auf</translation>
    </message>
    <message>
        <source>Optimised weights: AUC {score} ({low} to {high})</source>
        <translation>Optimierte Gewichte: AUC {score} ({low} bis {high})</translation>
    </message>
    <message>
        <source>Optimising the weights</source>
        <translation>Gewichte werden optimiert</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Outcome Time</source>
        <translation>Zeit des Ausgangs</translation>
    </message>
    <message>
        <source>Outcome time</source>
        <translation>Zeit des Ausgangs</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Page-Hinkley</source>
        <translation>Page-Hinkley</translation>
    </message>
    <message>
        <source>Passed to the library under its own names.</source>
        <translation>Wird der Bibliothek unter ihren eigenen Namen übergeben.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pending labels</source>
        <translation>Ausstehende Labels</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pin to the Top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Platt&apos;s line</source>
        <translation>Platts Gerade</translation>
    </message>
    <message>
        <source>Points in the curves</source>
        <translation>Punkte in den Kurven</translation>
    </message>
    <message>
        <source>Points: trials, faint where given up. Line: the best so far, or the trials that no other beats.</source>
        <translation>Punkte: Versuche, blass, wo abgebrochen. Linie: der beste bisher, oder die Versuche, die kein anderer schlägt.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>PostgreSQL or TimescaleDB table</source>
        <translation>PostgreSQL- oder TimescaleDB-Tabelle</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Precision and Recall</source>
        <translation>Präzision und Trefferquote</translation>
    </message>
    <message>
        <source>Predicted probability</source>
        <translation>Vorhergesagte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Preparing the weights&apos; scores</source>
        <translation>Die Scores der Gewichte werden vorbereitet</translation>
    </message>
    <message>
        <source>Press Compare to see how they differ.</source>
        <translation>Drücken Sie Vergleichen, um die Unterschiede zu sehen.</translation>
    </message>
    <message>
        <source>Press F2 to rename.</source>
        <translation>Mit F2 umbenennen.</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Probability of being better</source>
        <translation>Wahrscheinlichkeit, besser zu sein</translation>
    </message>
    <message>
        <source>Probability that the AUC is above what luck alone reaches in so many looks; from 0.95 on it is told as more than luck.</source>
        <translation>Wahrscheinlichkeit, dass die AUC über dem liegt, was Glück allein bei so vielen Blicken erreicht; ab 0,95 gilt es als mehr als Glück.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Profit or loss in units of risk: for mean R, and as weights if you want.</source>
        <translation>Gewinn oder Verlust in Risikoeinheiten: für mittleres R, und auf Wunsch als Gewichte.</translation>
    </message>
    <message>
        <source>Progress of the choice</source>
        <translation>Fortschritt der Wahl</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>Fortschritt von {title}</translation>
    </message>
    <message>
        <source>Promote and Export</source>
        <translation>Befördern und exportieren</translation>
    </message>
    <message>
        <source>Pull of the weights to zero.</source>
        <translation>Zug der Gewichte gegen null.</translation>
    </message>
    <message>
        <source>Pulls the value of small leaves to zero.</source>
        <translation>Zieht den Wert kleiner Blätter gegen null.</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>Purged rows</source>
        <translation>Bereinigte Zeilen</translation>
    </message>
    <message>
        <source>Purged walk-forward</source>
        <translation>Bereinigter Vorwärtstest</translation>
    </message>
    <message>
        <source>Put the chosen models into the trash. Undo brings them back.</source>
        <translation>Die gewählten Modelle in den Papierkorb legen. Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <source>Put these settings into the monitor&apos;s form; a running learner keeps its own.</source>
        <translation>Diese Einstellungen ins Formular des Monitors setzen; ein laufender Lerner behält seine.</translation>
    </message>
    <message>
        <source>Put this trial&apos;s settings into the form, to train with them by hand</source>
        <translation>Die Einstellungen dieses Versuchs ins Formular setzen, um von Hand damit zu trainieren</translation>
    </message>
    <message>
        <source>Put {words} into the form</source>
        <translation>{words} ins Formular setzen</translation>
    </message>
    <message>
        <source>Quick losses and slow wins do not arrive alike, so that recent figures are off until all labels are in. The right column weighs each label by how many signals could have shown one by that age (Aalen-Johansen).</source>
        <translation>Schnelle Verluste und langsame Gewinne treffen nicht gleich ein, sodass junge Zahlen schief sind, bis alle Labels da sind. Die rechte Spalte gewichtet jedes Label damit, wie viele Signale in diesem Alter eines gezeigt haben könnten (Aalen-Johansen).</translation>
    </message>
    <message>
        <source>Quiet; {n} rule is on.</source>
        <translation>Ruhig; {n} Regel ist an.</translation>
    </message>
    <message>
        <source>Quiet; {n} rules are on.</source>
        <translation>Ruhig; {n} Regeln sind an.</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>R of the best fifth</source>
        <translation>R des besten Fünftels</translation>
    </message>
    <message>
        <source>Random strength</source>
        <translation>Zufall der Teilungen</translation>
    </message>
    <message>
        <source>Reading a journal</source>
        <translation>Ein Journal wird gelesen</translation>
    </message>
    <message>
        <source>Reading the journal: {left}</source>
        <translation>Das Journal wird gelesen: {left}</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Das Journal wird gelesen…</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reading… {features}{wins}</source>
        <translation>Wird gelesen… {features}{wins}</translation>
    </message>
    <message>
        <source>Ready to Train</source>
        <translation>Bereit zum Trainieren</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>Ready. Press Start.</source>
        <translation>Bereit. Drücken Sie Start.</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Realized R</source>
        <translation>Realisiertes R</translation>
    </message>
    <message>
        <source>Realized R of the signal.</source>
        <translation>Realisiertes R des Signals.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Recipes (*.toml);;All files (*)</source>
        <translation>Rezepte (*.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Recorded Stream</source>
        <translation>Aufgezeichneter Strom</translation>
    </message>
    <message>
        <source>Recorded stream</source>
        <translation>Aufgezeichneter Strom</translation>
    </message>
    <message>
        <source>Redis stream</source>
        <translation>Redis-Strom</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Bedauern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>Einen Lauf umbenennen</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace the File?</source>
        <translation>Die Datei ersetzen?</translation>
    </message>
    <message>
        <source>Replay a file or connect a source: each signal is scored first and learnt from when its outcome is known.</source>
        <translation>Spielen Sie eine Datei ab oder verbinden Sie eine Quelle: jedes Signal wird zuerst bewertet und erst gelernt, wenn sein Ausgang bekannt ist.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset Zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Restore what was learnt from the same source with the same options, and continue there.</source>
        <translation>Wiederherstellen, was von derselben Quelle mit denselben Optionen gelernt wurde, und dort fortfahren.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume &amp;Unfinished Training</source>
        <translation>&amp;Unfertiges Training fortsetzen</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Retrain Now…</source>
        <translation>Jetzt neu trainieren…</translation>
    </message>
    <message>
        <source>Retrain signals</source>
        <translation>Signale neu trainieren</translation>
    </message>
    <message>
        <source>Retrain, watch, combine and export the models that score trading signals.</source>
        <translation>Modelle, die Handelssignale bewerten, neu trainieren, beobachten, kombinieren und exportieren.</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Neu trainieren…</translation>
    </message>
    <message>
        <source>River-linear</source>
        <translation>River, linear</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Rolling</source>
        <translation>Gleitend</translation>
    </message>
    <message>
        <source>Rolling Best</source>
        <translation>Gleitend bester</translation>
    </message>
    <message>
        <source>Rolling window</source>
        <translation>Gleitendes Fenster</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Row of the file</source>
        <translation>Zeile der Datei</translation>
    </message>
    <message>
        <source>Row {text} is not among those explained: give one from {min} to {max}.</source>
        <translation>Zeile {text} ist nicht unter den erklärten: geben Sie eine von {min} bis {max} ein.</translation>
    </message>
    <message>
        <source>Row, in order of time</source>
        <translation>Zeile, in zeitlicher Folge</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows That Only Fit Weights</source>
        <translation>Zeilen nur für Gewichte</translation>
    </message>
    <message>
        <source>Rows That Only Train</source>
        <translation>Zeilen nur zum Trainieren</translation>
    </message>
    <message>
        <source>Rows That Train and Test</source>
        <translation>Zeilen zum Trainieren und Testen</translation>
    </message>
    <message>
        <source>Rows that it must score alike elsewhere</source>
        <translation>Zeilen, die es anderswo gleich bewerten muss</translation>
    </message>
    <message>
        <source>Rows that it was tested on</source>
        <translation>Zeilen, auf denen es getestet wurde</translation>
    </message>
    <message>
        <source>Rows that the block&apos;s model learnt</source>
        <translation>Zeilen, die das Modell des Blocks lernte</translation>
    </message>
    <message>
        <source>Rows with large wins and losses count more: |R| from 0.1 to 3.</source>
        <translation>Zeilen mit großen Gewinnen und Verlusten zählen mehr: |R| von 0,1 bis 3.</translation>
    </message>
    <message>
        <source>Rules of your own: when to speak up</source>
        <translation>Ihre eigenen Regeln: wann etwas gesagt wird</translation>
    </message>
    <message>
        <source>Rules of your own: when to speak up, and when to propose a retraining.</source>
        <translation>Ihre eigenen Regeln: wann etwas gesagt und wann ein neues Training vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run {value}</source>
        <translation>Lauf {value}</translation>
    </message>
    <message>
        <source>Running in {folder}</source>
        <translation>Läuft in {folder}</translation>
    </message>
    <message>
        <source>Running jobs: </source>
        <translation>Laufende Arbeiten: </translation>
    </message>
    <message>
        <source>Running jobs: none</source>
        <translation>Laufende Arbeiten: keine</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>S&amp;top Monitor</source>
        <translation>Monitor s&amp;toppen</translation>
    </message>
    <message>
        <source>Safe mode: the window ended unexpectedly {broken} times in a row.</source>
        <translation>Abgesicherter Modus: das Fenster endete {broken}-mal hintereinander unerwartet.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save Mix</source>
        <translation>Mischung speichern</translation>
    </message>
    <message>
        <source>Save Recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Save as Recipe</source>
        <translation>Als Rezept speichern</translation>
    </message>
    <message>
        <source>Save these weights first.</source>
        <translation>Speichern Sie zuerst diese Gewichte.</translation>
    </message>
    <message>
        <source>Save {name}…</source>
        <translation>{name} speichern…</translation>
    </message>
    <message>
        <source>Save {title} as {suffix}</source>
        <translation>{title} als {suffix} speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved Model</source>
        <translation>Gespeichertes Modell</translation>
    </message>
    <message>
        <source>Saved as {title}.</source>
        <translation>Als {title} gespeichert.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Saw test rows</source>
        <translation>Sah Testzeilen</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Score and learn from the chosen source</source>
        <translation>Von der gewählten Quelle bewerten und lernen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores fit their outcomes worse than they used to: a detector&apos;s alarm.</source>
        <translation>Scores passen schlechter zu ihren Ausgängen als früher: der Alarm eines Detektors.</translation>
    </message>
    <message>
        <source>Scores on unseen later rows, with 95 % intervals</source>
        <translation>Scores auf ungesehenen späteren Zeilen, mit 95-%-Intervallen</translation>
    </message>
    <message>
        <source>Scores with intervals, importances</source>
        <translation>Scores mit Intervallen, Bedeutungen</translation>
    </message>
    <message>
        <source>Scoring your weights</source>
        <translation>Ihre Gewichte werden bewertet</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search for nothing</source>
        <translation>Nach nichts suchen</translation>
    </message>
    <message>
        <source>Searching on earlier rows… the runs are then scored on later ones that no trial saw.</source>
        <translation>Suche auf früheren Zeilen… die Läufe werden dann auf späteren bewertet, die kein Versuch sah.</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>See how the chosen models differ, and which one is better.</source>
        <translation>Sehen, worin sich die gewählten Modelle unterscheiden und welches besser ist.</translation>
    </message>
    <message>
        <source>See the findings under the file.</source>
        <translation>Siehe die Befunde unter der Datei.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the Search</source>
        <translation>Startwert der Suche</translation>
    </message>
    <message>
        <source>Seen in training</source>
        <translation>Im Training gesehen</translation>
    </message>
    <message>
        <source>Seen so far: the first {rows} signals.</source>
        <translation>Bisher gesehen: die ersten {rows} Signale.</translation>
    </message>
    <message>
        <source>Select a run and choose a feature.</source>
        <translation>Wählen Sie einen Lauf und ein Merkmal.</translation>
    </message>
    <message>
        <source>Select a run and choose a signal.</source>
        <translation>Wählen Sie einen Lauf und ein Signal.</translation>
    </message>
    <message>
        <source>Select runs to compare them.</source>
        <translation>Wählen Sie Läufe, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings as set</source>
        <translation>Einstellungen wie gesetzt</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share in the final score: {values_at}.</source>
        <translation>Anteil am fertigen Score: {values_at}.</translation>
    </message>
    <message>
        <source>Share of Columns</source>
        <translation>Anteil der Spalten</translation>
    </message>
    <message>
        <source>Share of Old Trees</source>
        <translation>Anteil der alten Bäume</translation>
    </message>
    <message>
        <source>Share of Rows</source>
        <translation>Anteil der Zeilen</translation>
    </message>
    <message>
        <source>Share of false ones (Benjamini-Hochberg)</source>
        <translation>Anteil der falschen (Benjamini-Hochberg)</translation>
    </message>
    <message>
        <source>Share of signals that it accepts and another member does not, or the other way round.</source>
        <translation>Anteil der Signale, die es annimmt und ein anderes Mitglied nicht, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Share of the batch model in the final score</source>
        <translation>Anteil des Batch-Modells am fertigen Score</translation>
    </message>
    <message>
        <source>Share of the batch model in the final score, as a number</source>
        <translation>Anteil des Batch-Modells am fertigen Score, als Zahl</translation>
    </message>
    <message>
        <source>Share of the batch model in the final score. Point at a place to see what it would have scored; double-click for 0.80.</source>
        <translation>Anteil des Batch-Modells am fertigen Score. Zeigen Sie auf eine Stelle, um zu sehen, was sie erzielt hätte; Doppelklick für 0,80.</translation>
    </message>
    <message>
        <source>Share of the batch model in the fixed mix.</source>
        <translation>Anteil des Batch-Modells an der festen Mischung.</translation>
    </message>
    <message>
        <source>Share of the file that is done</source>
        <translation>Anteil der Datei, der fertig ist</translation>
    </message>
    <message>
        <source>Share of the newest signals whose label is still pending</source>
        <translation>Anteil der neuesten Signale, deren Label noch aussteht</translation>
    </message>
    <message>
        <source>Share of total gain</source>
        <translation>Anteil am Gesamtgewinn</translation>
    </message>
    <message>
        <source>Share of what sets the best trials apart</source>
        <translation>Anteil an dem, was die besten Versuche auszeichnet</translation>
    </message>
    <message>
        <source>Share of wins among the newest signals.</source>
        <translation>Anteil der Gewinne unter den neuesten Signalen.</translation>
    </message>
    <message>
        <source>Share rate</source>
        <translation>Rate der Anteile</translation>
    </message>
    <message>
        <source>Shares that follow whoever predicts better (fixed share), whatever is in use.</source>
        <translation>Anteile, die dem besser Vorhersagenden folgen (Fixed Share), gleich was verwendet wird.</translation>
    </message>
    <message>
        <source>Show Details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Show Models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>Show Only These</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Show Only This</source>
        <translation>Nur diesen zeigen</translation>
    </message>
    <message>
        <source>Show a saved recipe in this form.</source>
        <translation>Ein gespeichertes Rezept in diesem Formular zeigen.</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show only models with these words in some column</source>
        <translation>Nur Modelle mit diesen Wörtern in einer Spalte zeigen</translation>
    </message>
    <message>
        <source>Show only runs with these words in some column</source>
        <translation>Nur Läufe mit diesen Wörtern in einer Spalte zeigen</translation>
    </message>
    <message>
        <source>Show only the gravest finding</source>
        <translation>Nur den schwersten Befund zeigen</translation>
    </message>
    <message>
        <source>Show or hide how much each row counts</source>
        <translation>Zeigen oder ausblenden, wie viel jede Zeile zählt</translation>
    </message>
    <message>
        <source>Show or hide how the online learner learns</source>
        <translation>Zeigen oder ausblenden, wie der Online-Lerner lernt</translation>
    </message>
    <message>
        <source>Show or hide the search for better settings</source>
        <translation>Die Suche nach besseren Einstellungen zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the settings that seldom change</source>
        <translation>Die selten geänderten Einstellungen zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide {label}</source>
        <translation>{label} ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show these charts: {words}</source>
        <translation>Diese Diagramme zeigen: {words}</translation>
    </message>
    <message>
        <source>Show what the program knows of the cause</source>
        <translation>Zeigen, was das Programm von der Ursache weiß</translation>
    </message>
    <message>
        <source>Show {label}</source>
        <translation>{label} zeigen</translation>
    </message>
    <message>
        <source>Show {self} in full</source>
        <translation>{self} ganz zeigen</translation>
    </message>
    <message>
        <source>Shrinkage of Leaves (L2)</source>
        <translation>Schrumpfung der Blätter (L2)</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Gemischt (Zufall)</translation>
    </message>
    <message>
        <source>Shuffled (expert: reports too much)</source>
        <translation>Gemischt (für Kenner: meldet zu viel)</translation>
    </message>
    <message>
        <source>Shuffled rows are tested between those that train: there is no picture of blocks.</source>
        <translation>Gemischte Zeilen werden zwischen den trainierenden getestet: es gibt kein Bild von Blöcken.</translation>
    </message>
    <message>
        <source>Sign with my key</source>
        <translation>Mit meinem Schlüssel signieren</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Signal Time</source>
        <translation>Zeit des Signals</translation>
    </message>
    <message>
        <source>Signal time</source>
        <translation>Zeit des Signals</translation>
    </message>
    <message>
        <source>Signal {id}</source>
        <translation>Signal {id}</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Signals (*.csv *.csv.gz *.tsv *.txt *.parquet *.feather *.arrow);;All files (*)</source>
        <translation>Signale (*.csv *.csv.gz *.tsv *.txt *.parquet *.feather *.arrow);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Signals on which members disagree most</source>
        <translation>Signale, bei denen Mitglieder am meisten abweichen</translation>
    </message>
    <message>
        <source>Signals scored each second, and so far.</source>
        <translation>Bewertete Signale je Sekunde, und bisher.</translation>
    </message>
    <message>
        <source>Signals that are scored but whose outcome is not known yet.</source>
        <translation>Signale, die bewertet sind, deren Ausgang aber noch nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signed; your key&apos;s fingerprint is {fingerprint}.</source>
        <translation>Signiert; der Fingerabdruck Ihres Schlüssels ist {fingerprint}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Smaller |R| count as this much.</source>
        <translation>Kleinere |R| zählen so viel.</translation>
    </message>
    <message>
        <source>Solid: validation. Dashed: training. Thin: earlier folds.</source>
        <translation>Durchgezogen: Validierung. Gestrichelt: Training. Dünn: frühere Blöcke.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation>Etwas ging schief, das nicht schiefgehen sollte</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source away</source>
        <translation>Quelle weg</translation>
    </message>
    <message>
        <source>Source back</source>
        <translation>Quelle zurück</translation>
    </message>
    <message>
        <source>Source reset</source>
        <translation>Quelle zurückgesetzt</translation>
    </message>
    <message>
        <source>Source, blend and alerts instead of the charts</source>
        <translation>Quelle, Mischung und Alarme anstelle der Diagramme</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Stacking</source>
        <translation>Stacking</translation>
    </message>
    <message>
        <source>Star what you want to find again.</source>
        <translation>Mit Stern markieren, was Sie wiederfinden wollen.</translation>
    </message>
    <message>
        <source>Starred: click to take the star away</source>
        <translation>Markiert: klicken, um den Stern zu entfernen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start Empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen bei</translation>
    </message>
    <message>
        <source>Start from nothing, or choose the settings as set below.</source>
        <translation>Beginnen Sie bei nichts, oder wählen Sie unten Einstellungen wie gesetzt.</translation>
    </message>
    <message>
        <source>Start the monitor to see how often the scores are right, as labels arrive.</source>
        <translation>Starten Sie den Monitor, um zu sehen, wie oft die Scores richtig liegen, während Labels eintreffen.</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Begonnen bei</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>State of the monitor</source>
        <translation>Zustand des Monitors</translation>
    </message>
    <message>
        <source>State of the online learner</source>
        <translation>Zustand des Online-Lerners</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Step: take the next event while paused</source>
        <translation>Schritt: in der Pause das nächste Ereignis nehmen</translation>
    </message>
    <message>
        <source>Stood Out</source>
        <translation>Herausgeragt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop after this many rounds without a better loss on later rows; 0 grows all rounds.</source>
        <translation>Nach so vielen Runden ohne besseren Verlust auf späteren Zeilen aufhören; 0 lässt alle Runden wachsen.</translation>
    </message>
    <message>
        <source>Stopped at the best so far.</source>
        <translation>Beim bisher Besten beendet.</translation>
    </message>
    <message>
        <source>Stopped at the best so far. </source>
        <translation>Beim bisher Besten beendet. </translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Früh beendet</translation>
    </message>
    <message>
        <source>Stopped: kept the best so far of {runs}.</source>
        <translation>Beendet: das bisher Beste von {runs} behalten.</translation>
    </message>
    <message>
        <source>Stopping at the best so far…</source>
        <translation>Wird beim bisher Besten beendet…</translation>
    </message>
    <message>
        <source>Stopping: finishing with the best so far…</source>
        <translation>Wird beendet: Abschluss mit dem bisher Besten…</translation>
    </message>
    <message>
        <source>Stopping: judging by what has been tried…</source>
        <translation>Wird beendet: Urteil nach dem Versuchten…</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Sum of realized R</source>
        <translation>Summe des realisierten R</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.jsonl *.ndjson);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Take a bundle into the library; it is verified first. You may also drop it here.</source>
        <translation>Ein Paket in die Bibliothek nehmen; es wird zuerst geprüft. Sie können es auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Take the chosen runs to the Ensemble tab</source>
        <translation>Die gewählten Läufe zum Ensemble nehmen</translation>
    </message>
    <message>
        <source>Take the share with the least log loss on these labels.</source>
        <translation>Den Anteil mit dem kleinsten Log-Loss auf diesen Labels nehmen.</translation>
    </message>
    <message>
        <source>Taken from every trade in these two pictures. What is chosen by it: Cost of a Trade under Advanced.</source>
        <translation>Wird in diesen beiden Bildern von jedem Handel abgezogen. Was danach gewählt wird: Kosten eines Handels unter Erweitert.</translation>
    </message>
    <message>
        <source>Taken from the R of every trade before a threshold is chosen.</source>
        <translation>Wird vom R jedes Handels abgezogen, bevor eine Schwelle gewählt wird.</translation>
    </message>
    <message>
        <source>Taking the last {days} days</source>
        <translation>Die letzten {days} Tage werden genommen</translation>
    </message>
    <message>
        <source>Tell the desktop when long work ends while the window is not in front.</source>
        <translation>Dem Desktop sagen, wenn lange Arbeit endet, während das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>Telling MLflow</source>
        <translation>MLflow wird benachrichtigt</translation>
    </message>
    <message>
        <source>Temper of Realized R</source>
        <translation>Dämpfung des realisierten R</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test Blocks</source>
        <translation>Testblöcke</translation>
    </message>
    <message>
        <source>Test blocks</source>
        <translation>Testblöcke</translation>
    </message>
    <message>
        <source>Test tries it without taking anything.</source>
        <translation>Test versucht es, ohne etwas zu nehmen.</translation>
    </message>
    <message>
        <source>Test, then train</source>
        <translation>Testen, dann trainieren</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <source>The AUC less the champion&apos;s on the same rows.</source>
        <translation>Die AUC abzüglich der des Champions auf denselben Zeilen.</translation>
    </message>
    <message>
        <source>The base rate&apos;s log loss.</source>
        <translation>Der Log-Loss der Grundrate.</translation>
    </message>
    <message>
        <source>The batch model that is blended with the online learner.</source>
        <translation>Das Batch-Modell, das mit dem Online-Lerner gemischt wird.</translation>
    </message>
    <message>
        <source>The batch model&apos;s share in the score, from 0 to 1</source>
        <translation>Der Anteil des Batch-Modells am Score, von 0 bis 1</translation>
    </message>
    <message>
        <source>The best settings that studies of the same features found are tried first.</source>
        <translation>Die besten Einstellungen aus Studien derselben Merkmale werden zuerst versucht.</translation>
    </message>
    <message>
        <source>The blended probability of a win, before its label was known.</source>
        <translation>Die gemischte Gewinnwahrscheinlichkeit, bevor das Label bekannt war.</translation>
    </message>
    <message>
        <source>The budget of search and training together; 0: as the choice above says.</source>
        <translation>Das Budget von Suche und Training zusammen; 0: wie die Wahl oben sagt.</translation>
    </message>
    <message>
        <source>The champion before this one.</source>
        <translation>Der Champion vor diesem.</translation>
    </message>
    <message>
        <source>The champion is what all others are measured against. A bundle opens on another machine and proves itself.</source>
        <translation>Am Champion werden alle anderen gemessen. Ein Paket öffnet sich auf einem anderen Rechner und beweist sich selbst.</translation>
    </message>
    <message>
        <source>The champion&apos;s accuracy in its validation, on rows it had not seen.</source>
        <translation>Die Trefferquote des Champions in seiner Validierung, auf ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>The chosen runs as one HTML or PDF file</source>
        <translation>Die gewählten Läufe als eine HTML- oder PDF-Datei</translation>
    </message>
    <message>
        <source>The column that says whether a signal won (1) or lost (0).</source>
        <translation>Die Spalte, die sagt, ob ein Signal gewann (1) oder verlor (0).</translation>
    </message>
    <message>
        <source>The corrected p-value from which on a column is dropped.</source>
        <translation>Der korrigierte p-Wert, ab dem eine Spalte weggelassen wird.</translation>
    </message>
    <message>
        <source>The crown marks the champion, the rising line its challenger; a star is yours to set.</source>
        <translation>Die Krone kennzeichnet den Champion, die steigende Linie seinen Herausforderer; einen Stern setzen Sie selbst.</translation>
    </message>
    <message>
        <source>The event loop failed.</source>
        <translation>Die Ereignisschleife ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The feature whose values are drawn against their contributions</source>
        <translation>Das Merkmal, dessen Werte gegen ihre Beiträge gezeichnet werden</translation>
    </message>
    <message>
        <source>The file has changed since: the unfinished training cannot be gone on with.</source>
        <translation>Die Datei hat sich seither geändert: das unfertige Training kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The file of signals: type a path, press Open, or drop a file anywhere</source>
        <translation>Die Datei mit Signalen: Pfad eintippen, Öffnen drücken oder eine Datei irgendwohin ziehen</translation>
    </message>
    <message>
        <source>The first minutes, step by step</source>
        <translation>Die ersten Minuten, Schritt für Schritt</translation>
    </message>
    <message>
        <source>The form holds the monitor&apos;s source. Check the settings, then press Train.</source>
        <translation>Das Formular hat die Quelle des Monitors. Prüfen Sie die Einstellungen, dann drücken Sie Trainieren.</translation>
    </message>
    <message>
        <source>The form holds the settings of {model} trial {number}.</source>
        <translation>Das Formular hat die Einstellungen von {model}, Versuch {number}.</translation>
    </message>
    <message>
        <source>The form holds {rows:,} labelled signals of the monitor{span}. Check the settings, then press Train.</source>
        <translation>Das Formular hat {rows:,} Signale des Monitors mit Label{span}. Prüfen Sie die Einstellungen, dann drücken Sie Trainieren.</translation>
    </message>
    <message>
        <source>The form shows {title}.</source>
        <translation>Das Formular zeigt {title}.</translation>
    </message>
    <message>
        <source>The intercept&apos;s rate is at least this divided by 400 plus the labels that count; 0 never.</source>
        <translation>Die Rate des Achsenabschnitts ist mindestens dies geteilt durch 400 plus die zählenden Labels; 0 nie.</translation>
    </message>
    <message>
        <source>The language of the window, and how its numbers are written.</source>
        <translation>Die Sprache des Fensters, und wie seine Zahlen geschrieben werden.</translation>
    </message>
    <message>
        <source>The last session crashed</source>
        <translation>Die letzte Sitzung ist abgestürzt</translation>
    </message>
    <message>
        <source>The last session ended unexpectedly; your models are whole.</source>
        <translation>Die letzte Sitzung endete unerwartet; Ihre Modelle sind unversehrt.</translation>
    </message>
    <message>
        <source>The last test blocks, which no trial sees: the tuned model is scored on them.</source>
        <translation>Die letzten Testblöcke, die kein Versuch sieht: auf ihnen wird das abgestimmte Modell bewertet.</translation>
    </message>
    <message>
        <source>The learner goes on either way</source>
        <translation>Der Lerner läuft so oder so weiter</translation>
    </message>
    <message>
        <source>The library that grew the trees.</source>
        <translation>Die Bibliothek, die die Bäume wachsen ließ.</translation>
    </message>
    <message>
        <source>The linear model is River&apos;s, compiled; the others run in River itself, some hundred times slower.</source>
        <translation>Das lineare Modell ist das von River, übersetzt; die anderen laufen in River selbst, einige hundertmal langsamer.</translation>
    </message>
    <message>
        <source>The mean squared error of the probabilities.</source>
        <translation>Der mittlere quadratische Fehler der Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>The members have changed. Build again to see what they are worth together.</source>
        <translation>Die Mitglieder haben sich geändert. Bauen Sie neu, um zu sehen, was sie zusammen wert sind.</translation>
    </message>
    <message>
        <source>The model as a compact forest</source>
        <translation>Das Modell als kompakter Wald</translation>
    </message>
    <message>
        <source>The model card, for people</source>
        <translation>Die Modellkarte, für Menschen</translation>
    </message>
    <message>
        <source>The model, in its library&apos;s own format</source>
        <translation>Das Modell, im Format seiner Bibliothek</translation>
    </message>
    <message>
        <source>The monitor&apos;s next start takes these settings.</source>
        <translation>Der nächste Start des Monitors nimmt diese Einstellungen.</translation>
    </message>
    <message>
        <source>The most trees to grow; early stopping usually needs fewer.</source>
        <translation>Die meisten Bäume; frühes Stoppen braucht meist weniger.</translation>
    </message>
    <message>
        <source>The most trials of each model; 0: as many as the time allows.</source>
        <translation>Die meisten Versuche je Modell; 0: so viele, wie die Zeit erlaubt.</translation>
    </message>
    <message>
        <source>The newest signals with their scores and outcomes</source>
        <translation>Die neuesten Signale mit ihren Scores und Ausgängen</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Der nächste Schritt</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>The open file lacks {absent} of its features: {named}.</source>
        <translation>Der offenen Datei fehlen {absent} seiner Merkmale: {named}.</translation>
    </message>
    <message>
        <source>The open file lacks {missing}{rest}.</source>
        <translation>Der offenen Datei fehlt {missing}{rest}.</translation>
    </message>
    <message>
        <source>The precision to expect over all thresholds; the base rate is no skill.</source>
        <translation>Die über alle Schwellen zu erwartende Präzision; die Grundrate ist kein Können.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht ist in {path}.</translation>
    </message>
    <message>
        <source>The row of the file whose score is taken apart</source>
        <translation>Die Zeile der Datei, deren Score zerlegt wird</translation>
    </message>
    <message>
        <source>The same seed chooses the same columns.</source>
        <translation>Derselbe Startwert wählt dieselben Spalten.</translation>
    </message>
    <message>
        <source>The same seed gives the same model.</source>
        <translation>Derselbe Startwert gibt dasselbe Modell.</translation>
    </message>
    <message>
        <source>The same, corrected for so many columns.</source>
        <translation>Dasselbe, für so viele Spalten korrigiert.</translation>
    </message>
    <message>
        <source>The score from which a signal is accepted.</source>
        <translation>Der Score, ab dem ein Signal angenommen wird.</translation>
    </message>
    <message>
        <source>The search failed.</source>
        <translation>Die Suche ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server&apos;s address, such as http://host:5000, without name and password.</source>
        <translation>Die Adresse des Servers, etwa http://host:5000, ohne Namen und Passwort.</translation>
    </message>
    <message>
        <source>The share below, until you move it.</source>
        <translation>Der Anteil unten, bis Sie ihn verschieben.</translation>
    </message>
    <message>
        <source>The share of features that each tree may use.</source>
        <translation>Der Anteil der Merkmale, die jeder Baum verwenden darf.</translation>
    </message>
    <message>
        <source>The share of rows that each tree sees.</source>
        <translation>Der Anteil der Zeilen, die jeder Baum sieht.</translation>
    </message>
    <message>
        <source>The share of signals at or above the threshold.</source>
        <translation>Der Anteil der Signale ab der Schwelle.</translation>
    </message>
    <message>
        <source>The share of signals whose outcome was called right.</source>
        <translation>Der Anteil der Signale, deren Ausgang richtig genannt wurde.</translation>
    </message>
    <message>
        <source>The share of the earliest rows on which the ensemble is never scored.</source>
        <translation>Der Anteil der frühesten Zeilen, auf denen das Ensemble nie bewertet wird.</translation>
    </message>
    <message>
        <source>The share of the earliest rows that are never tested.</source>
        <translation>Der Anteil der frühesten Zeilen, die nie getestet werden.</translation>
    </message>
    <message>
        <source>The share of wins: what a model without skill would always say.</source>
        <translation>Der Anteil der Gewinne: was ein Modell ohne Können immer sagen würde.</translation>
    </message>
    <message>
        <source>The shares follow whoever predicts better (fixed share on the log loss).</source>
        <translation>Die Anteile folgen dem besser Vorhersagenden (Fixed Share auf dem Log-Loss).</translation>
    </message>
    <message>
        <source>The shares of batch and online model in the final score appear here.</source>
        <translation>Die Anteile von Batch- und Online-Modell am fertigen Score erscheinen hier.</translation>
    </message>
    <message>
        <source>The signal after this one</source>
        <translation>Das Signal nach diesem</translation>
    </message>
    <message>
        <source>The signal before this one</source>
        <translation>Das Signal vor diesem</translation>
    </message>
    <message>
        <source>The stated shares of batch and online, whatever is in use.</source>
        <translation>Die genannten Anteile von Batch und Online, gleich was verwendet wird.</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>The stream&apos;s own time.</source>
        <translation>Die Zeit des Stroms selbst.</translation>
    </message>
    <message>
        <source>The time from a signal&apos;s arrival to its score appears here.</source>
        <translation>Die Zeit vom Eintreffen eines Signals bis zu seinem Score erscheint hier.</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>Das Training ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The view is held; {behind} labels learnt since</source>
        <translation>Die Ansicht ist angehalten; {behind} Labels seither gelernt</translation>
    </message>
    <message>
        <source>The whole score as one ONNX graph</source>
        <translation>Der ganze Score als ein ONNX-Graph</translation>
    </message>
    <message>
        <source>The window speaks the other language once it is opened again.</source>
        <translation>Das Fenster spricht die andere Sprache, sobald es neu geöffnet ist.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Theme and where things are kept</source>
        <translation>Design und Ablageorte</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>There are no signals to score the ensemble on.</source>
        <translation>Es gibt keine Signale, auf denen das Ensemble bewertet werden kann.</translation>
    </message>
    <message>
        <source>There is no champion any more.</source>
        <translation>Es gibt keinen Champion mehr.</translation>
    </message>
    <message>
        <source>There is no file name. Give one, or press Browse.</source>
        <translation>Es fehlt ein Dateiname. Geben Sie einen ein, oder drücken Sie Durchsuchen.</translation>
    </message>
    <message>
        <source>There is no folder {parent}. Choose one with Browse.</source>
        <translation>Den Ordner {parent} gibt es nicht. Wählen Sie einen mit Durchsuchen.</translation>
    </message>
    <message>
        <source>There is no source to watch.</source>
        <translation>Es gibt keine Quelle zu beobachten.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no unfinished training.</source>
        <translation>Es gibt kein unfertiges Training.</translation>
    </message>
    <message>
        <source>This bundle cannot be made.</source>
        <translation>Dieses Paket kann nicht gemacht werden.</translation>
    </message>
    <message>
        <source>This file cannot be trained on.</source>
        <translation>Mit dieser Datei kann nicht trainiert werden.</translation>
    </message>
    <message>
        <source>This is no live source; files are replayed from the Source list.</source>
        <translation>Dies ist keine laufende Quelle; Dateien werden aus der Liste der Quellen abgespielt.</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Dieses Modell</translation>
    </message>
    <message>
        <source>This part of the workbench is not built yet.</source>
        <translation>Dieser Teil der Workbench ist noch nicht gebaut.</translation>
    </message>
    <message>
        <source>This run has none: the leak meter belongs to one trained model and its split.</source>
        <translation>Dieser Lauf hat keinen: der Leck-Messer gehört zu einem trainierten Modell und seiner Aufteilung.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Tick models to compare them.</source>
        <translation>Haken Sie Modelle an, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Tick one more model in the table of members.</source>
        <translation>Haken Sie ein weiteres Modell in der Tabelle der Mitglieder an.</translation>
    </message>
    <message>
        <source>Tick runs, build, and see whether the gain over the best member is more than luck.</source>
        <translation>Haken Sie Läufe an, bauen Sie, und sehen Sie, ob der Gewinn über das beste Mitglied mehr als Glück ist.</translation>
    </message>
    <message>
        <source>Tick the models to combine.</source>
        <translation>Haken Sie die Modelle an, die kombiniert werden sollen.</translation>
    </message>
    <message>
        <source>Tick two models or more, choose a method, and build. The ensemble is scored on rows later than those that chose its weights.</source>
        <translation>Haken Sie zwei oder mehr Modelle an, wählen Sie ein Verfahren und bauen Sie. Das Ensemble wird auf Zeilen bewertet, die später liegen als die, die seine Gewichte wählten.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time &amp;Machine</source>
        <translation>Zeit&amp;maschine</translation>
    </message>
    <message>
        <source>Time (ns UTC)</source>
        <translation>Zeit (ns UTC)</translation>
    </message>
    <message>
        <source>Time from a signal&apos;s arrival to its score: median {milliseconds}, 99 of 100 within {milliseconds2}; the budget is {BUDGET:.1f} ms.</source>
        <translation>Zeit vom Eintreffen eines Signals bis zu seinem Score: Median {milliseconds}, 99 von 100 innerhalb {milliseconds2}; das Budget ist {BUDGET:.1f} ms.</translation>
    </message>
    <message>
        <source>Time from a signal&apos;s arrival to its score; 99 of 100 are faster. The budget is {budget:g} ms. Lower is better.</source>
        <translation>Zeit vom Eintreffen eines Signals bis zu seinem Score; 99 von 100 sind schneller. Das Budget ist {budget:g} ms. Niedriger ist besser.</translation>
    </message>
    <message>
        <source>Time from a signal&apos;s arrival to its score; p99: 99 of 100 are quicker.</source>
        <translation>Zeit vom Eintreffen eines Signals bis zu seinem Score; p99: 99 von 100 sind schneller.</translation>
    </message>
    <message>
        <source>Time machine: what is recorded, with other settings</source>
        <translation>Zeitmaschine: das Aufgezeichnete mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Total R by Threshold</source>
        <translation>Gesamt-R nach Schwelle</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train Best So Far</source>
        <translation>Das bisher Beste trainieren</translation>
    </message>
    <message>
        <source>Train Your First Models</source>
        <translation>Trainieren Sie Ihre ersten Modelle</translation>
    </message>
    <message>
        <source>Train a model, or select a run, to see its ROC curve.</source>
        <translation>Trainieren Sie ein Modell oder wählen Sie einen Lauf, um seine ROC-Kurve zu sehen.</translation>
    </message>
    <message>
        <source>Train a model, or select a run, to see precision against recall.</source>
        <translation>Trainieren Sie ein Modell oder wählen Sie einen Lauf, um Präzision gegen Trefferquote zu sehen.</translation>
    </message>
    <message>
        <source>Train a model, or select a run, to see whether its probabilities hold.</source>
        <translation>Trainieren Sie ein Modell oder wählen Sie einen Lauf, um zu sehen, ob seine Wahrscheinlichkeiten stimmen.</translation>
    </message>
    <message>
        <source>Train a model, or select a run, to see which features it uses.</source>
        <translation>Trainieren Sie ein Modell oder wählen Sie einen Lauf, um zu sehen, welche Merkmale er nutzt.</translation>
    </message>
    <message>
        <source>Train again on all rows</source>
        <translation>Noch einmal auf allen Zeilen trainieren</translation>
    </message>
    <message>
        <source>Train it as it is by: alphapulse train DATA --recipe {name}</source>
        <translation>So trainieren, wie es ist: alphapulse train DATEI --recipe {name}</translation>
    </message>
    <message>
        <source>Train on the Newest</source>
        <translation>Auf dem Neuesten trainieren</translation>
    </message>
    <message>
        <source>Train on the past, test on the future.</source>
        <translation>Auf der Vergangenheit trainieren, auf der Zukunft testen.</translation>
    </message>
    <message>
        <source>Train or select a run first</source>
        <translation>Trainieren oder wählen Sie zuerst einen Lauf</translation>
    </message>
    <message>
        <source>Train or select models to compare them.</source>
        <translation>Trainieren oder wählen Sie Modelle, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Train tests them on all blocks, those that chose them too.</source>
        <translation>Trainieren testet sie auf allen Blöcken, auch auf denen, die sie wählten.</translation>
    </message>
    <message>
        <source>Train the chosen models</source>
        <translation>Die gewählten Modelle trainieren</translation>
    </message>
    <message>
        <source>Train the chosen models (Ctrl+Enter)</source>
        <translation>Die gewählten Modelle trainieren (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Train without any of these columns</source>
        <translation>Ohne jede dieser Spalten trainieren</translation>
    </message>
    <message>
        <source>Train without {column}</source>
        <translation>Ohne {column} trainieren</translation>
    </message>
    <message>
        <source>Train {model_name}</source>
        <translation>{model_name} trainieren</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Trained at</source>
        <translation>Trainiert am</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>Trained on signals of</source>
        <translation>Trainiert auf Signalen vom</translation>
    </message>
    <message>
        <source>Trained up to the last test block, or once more on all rows.</source>
        <translation>Trainiert bis zum letzten Testblock, oder noch einmal auf allen Zeilen.</translation>
    </message>
    <message>
        <source>Trained {runs} in {seconds}.</source>
        <translation>{runs} in {seconds} trainiert.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training rows left out because their outcome was known only after a test had begun.</source>
        <translation>Trainingszeilen, die weggelassen wurden, weil ihr Ausgang erst nach Beginn eines Tests bekannt war.</translation>
    </message>
    <message>
        <source>Training starts when the file is read.</source>
        <translation>Das Training beginnt, wenn die Datei gelesen ist.</translation>
    </message>
    <message>
        <source>Training took</source>
        <translation>Trainingsdauer</translation>
    </message>
    <message>
        <source>Training {names}</source>
        <translation>{names} wird trainiert</translation>
    </message>
    <message>
        <source>Training {number}</source>
        <translation>Training {number}</translation>
    </message>
    <message>
        <source>TrainingTab</source>
        <translation>TrainingTab</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Trainiert…</translation>
    </message>
    <message>
        <source>Training… the curves fill in as each test block is done.</source>
        <translation>Es wird trainiert… die Kurven füllen sich mit jedem fertigen Testblock.</translation>
    </message>
    <message>
        <source>Tree Budget</source>
        <translation>Baum-Budget</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>Trees gain more by it than by shuffled copies (importance)</source>
        <translation>Bäume gewinnen dadurch mehr als durch vertauschte Kopien (Bedeutung)</translation>
    </message>
    <message>
        <source>Trees gain more by it than with shuffled labels (null importances)</source>
        <translation>Bäume gewinnen dadurch mehr als mit vertauschten Labels (Null-Bedeutungen)</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Trials see earlier rows only; the score is of the last blocks, which none of them saw. Each trial counts as a look.</source>
        <translation>Versuche sehen nur frühere Zeilen; der Score stammt von den letzten Blöcken, die keiner von ihnen sah. Jeder Versuch zählt als ein Blick.</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Triggers…</source>
        <translation>Auslöser…</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-Positiv-Rate</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Try it with real hourly Bitcoin signals that ship with the program</source>
        <translation>Mit mitgelieferten echten stündlichen Bitcoin-Signalen probieren</translation>
    </message>
    <message>
        <source>Try warm start, recent rows only and all history on the same newest rows</source>
        <translation>Warmstart, nur junge Zeilen und die ganze Geschichte auf denselben neuesten Zeilen versuchen</translation>
    </message>
    <message>
        <source>Tune: fast, 10 s</source>
        <translation>Abstimmen: schnell, 10 s</translation>
    </message>
    <message>
        <source>Tune: normal</source>
        <translation>Abstimmen: normal</translation>
    </message>
    <message>
        <source>Tune: thorough</source>
        <translation>Abstimmen: gründlich</translation>
    </message>
    <message>
        <source>Tuning needs Optuna, which is not installed: uv sync --extra tuning.</source>
        <translation>Das Abstimmen braucht Optuna, das nicht installiert ist: uv sync --extra tuning.</translation>
    </message>
    <message>
        <source>Tuning {names}</source>
        <translation>{names} wird abgestimmt</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unexpected Problem</source>
        <translation>Unerwartetes Problem</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Use All Again</source>
        <translation>Wieder alle verwenden</translation>
    </message>
    <message>
        <source>Use These Columns</source>
        <translation>Diese Spalten verwenden</translation>
    </message>
    <message>
        <source>Use These Settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Use These {n} Columns</source>
        <translation>Diese {n} Spalten verwenden</translation>
    </message>
    <message>
        <source>Use This</source>
        <translation>Dies verwenden</translation>
    </message>
    <message>
        <source>Use This Column</source>
        <translation>Diese Spalte verwenden</translation>
    </message>
    <message>
        <source>Use at Next Start</source>
        <translation>Beim nächsten Start verwenden</translation>
    </message>
    <message>
        <source>Use the best share, {best:.2f}</source>
        <translation>Den besten Anteil verwenden, {best:.2f}</translation>
    </message>
    <message>
        <source>Use the columns that you left out after all</source>
        <translation>Die weggelassenen Spalten doch verwenden</translation>
    </message>
    <message>
        <source>Use {best:.2f}</source>
        <translation>{best:.2f} verwenden</translation>
    </message>
    <message>
        <source>Use {words}</source>
        <translation>{words} verwenden</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value and Contribution</source>
        <translation>Wert und Beitrag</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Warten auf die Engine…</translation>
    </message>
    <message>
        <source>Waiting for the first labels: a signal is scored at once and judged when its label arrives.</source>
        <translation>Warten auf die ersten Labels: ein Signal wird sofort bewertet und beurteilt, wenn sein Label eintrifft.</translation>
    </message>
    <message>
        <source>Waiting for the first round.</source>
        <translation>Warten auf die erste Runde.</translation>
    </message>
    <message>
        <source>Waiting for the first trial.</source>
        <translation>Warten auf den ersten Versuch.</translation>
    </message>
    <message>
        <source>Walk-forward</source>
        <translation>Vorwärtstest</translation>
    </message>
    <message>
        <source>Walk-forward without purging (expert)</source>
        <translation>Vorwärtstest ohne Bereinigung (für Kenner)</translation>
    </message>
    <message>
        <source>Warm Start By</source>
        <translation>Warmstart durch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Watch It</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Watch It Live</source>
        <translation>Live beobachten</translation>
    </message>
    <message>
        <source>Watch a Running Monitor…</source>
        <translation>Laufenden Monitor beobachten…</translation>
    </message>
    <message>
        <source>Watch it as it grows: tail:///path.</source>
        <translation>Verfolgen Sie sie, während sie wächst: tail:///pfad.</translation>
    </message>
    <message>
        <source>Watch that one here, or stop it where it was started.</source>
        <translation>Sehen Sie jenem hier zu, oder beenden Sie ihn dort, wo er gestartet wurde.</translation>
    </message>
    <message>
        <source>Watch the chosen source</source>
        <translation>Die gewählte Quelle beobachten</translation>
    </message>
    <message>
        <source>Watches the champion&apos;s log loss and its errors as labels arrive.</source>
        <translation>Beobachtet den Log-Loss des Champions und seine Fehler, während Labels eintreffen.</translation>
    </message>
    <message>
        <source>Way of Blending</source>
        <translation>Art des Mischens</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>Webseite (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weight Rows by Realized R</source>
        <translation>Zeilen nach realisiertem R gewichten</translation>
    </message>
    <message>
        <source>Weight of Wins</source>
        <translation>Gewicht der Gewinne</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>Gewicht von {name}</translation>
    </message>
    <message>
        <source>Weighted Average</source>
        <translation>Gewichtetes Mittel</translation>
    </message>
    <message>
        <source>Weighted average and greedy selection can aim at the AUC or at expected R instead.</source>
        <translation>Gewichtetes Mittel und gierige Auswahl können statt der AUC auf das erwartete R zielen.</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>Gewichtung</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weights As Built</source>
        <translation>Gewichte wie gebaut</translation>
    </message>
    <message>
        <source>Weights are |R| to this power: 0.5 tempers, 0 makes all alike.</source>
        <translation>Gewichte sind |R| hoch dies: 0,5 dämpft, 0 macht alle gleich.</translation>
    </message>
    <message>
        <source>Weights of the members</source>
        <translation>Gewichte der Mitglieder</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>What Changed…</source>
        <translation>Was sich änderte…</translation>
    </message>
    <message>
        <source>What Each Member Brings</source>
        <translation>Was jedes Mitglied bringt</translation>
    </message>
    <message>
        <source>What Mattered</source>
        <translation>Was zählte</translation>
    </message>
    <message>
        <source>What Moves the Score</source>
        <translation>Was den Score bewegt</translation>
    </message>
    <message>
        <source>What Would Have Been</source>
        <translation>Was gewesen wäre</translation>
    </message>
    <message>
        <source>What a model was started from had seen rows it is tested on.</source>
        <translation>Woraus ein Modell entstand, hatte Zeilen gesehen, auf denen es getestet wird.</translation>
    </message>
    <message>
        <source>What a share would have scored is shown here once labels are known.</source>
        <translation>Was ein Anteil erzielt hätte, erscheint hier, sobald Labels bekannt sind.</translation>
    </message>
    <message>
        <source>What each member brings</source>
        <translation>Was jedes Mitglied bringt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What happened: drifts, swaps, notes, errors</source>
        <translation>Was geschah: Drifts, Wechsel, Notizen, Fehler</translation>
    </message>
    <message>
        <source>What happened: news, an outage, a change of the strategy…</source>
        <translation>Was geschah: Nachrichten, ein Ausfall, eine Änderung der Strategie…</translation>
    </message>
    <message>
        <source>What is learnt is safe. It is tried again until the server is back, and goes on where it was.</source>
        <translation>Was gelernt ist, ist sicher. Es wird wieder versucht, bis der Server zurück ist, und geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>What is recorded could not be read: {error}</source>
        <translation>Das Aufgezeichnete konnte nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>What is recorded, run again with other settings</source>
        <translation>Das Aufgezeichnete, mit anderen Einstellungen noch einmal</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is, and the hash of every other entry</source>
        <translation>Was es ist, und die Prüfsumme jedes anderen Eintrags</translation>
    </message>
    <message>
        <source>What it was trained on, and from what</source>
        <translation>Worauf es trainiert wurde, und woraus</translation>
    </message>
    <message>
        <source>What moved behind it is not known: causes are looked for where a batch model&apos;s contributions are known.</source>
        <translation>Was dahinter sich verschob, ist nicht bekannt: Ursachen werden gesucht, wo die Beiträge eines Batch-Modells bekannt sind.</translation>
    </message>
    <message>
        <source>What moves the score, by mean size: </source>
        <translation>Was den Score bewegt, nach mittlerer Größe: </translation>
    </message>
    <message>
        <source>What tells the models apart</source>
        <translation>Was die Modelle unterscheidet</translation>
    </message>
    <message>
        <source>What the &amp;Figures Mean…</source>
        <translation>Was die &amp;Größen bedeuten…</translation>
    </message>
    <message>
        <source>What the Figures Mean</source>
        <translation>Was die Größen bedeuten</translation>
    </message>
    <message>
        <source>What the drift detector says, which watches how well scores fit labels: what moved most behind its last alarm, and how long ago that was.</source>
        <translation>Was der Drift-Detektor sagt, der beobachtet, wie gut Scores zu Labels passen: was sich beim letzten Alarm am meisten verschob, und wie lange das her ist.</translation>
    </message>
    <message>
        <source>What the ensemble is called in the library</source>
        <translation>Wie das Ensemble in der Bibliothek heißt</translation>
    </message>
    <message>
        <source>What the ensemble&apos;s AUC loses when this member is left out; above 0 it helps.</source>
        <translation>Was die AUC des Ensembles ohne dieses Mitglied verliert; über 0 hilft es.</translation>
    </message>
    <message>
        <source>What the trials are compared by.</source>
        <translation>Wonach die Versuche verglichen werden.</translation>
    </message>
    <message>
        <source>What the weights are to make best.</source>
        <translation>Was die Gewichte am besten machen sollen.</translation>
    </message>
    <message>
        <source>What was open is opened again.</source>
        <translation>Was offen war, ist wieder geöffnet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When the outcome was known: training rows that overlap a test are purged.</source>
        <translation>Wann der Ausgang bekannt war: Trainingszeilen, die einen Test überlappen, werden bereinigt.</translation>
    </message>
    <message>
        <source>When the signal fired: rows are put in this order, and tests lie later than training.</source>
        <translation>Wann das Signal kam: Zeilen werden so geordnet, und Tests liegen später als das Training.</translation>
    </message>
    <message>
        <source>Where They Disagree</source>
        <translation>Wo sie abweichen</translation>
    </message>
    <message>
        <source>Where earlier blocks earned most R</source>
        <translation>Wo frühere Blöcke am meisten R verdienten</translation>
    </message>
    <message>
        <source>Where later rows gain by it</source>
        <translation>Wo spätere Zeilen dadurch gewinnen</translation>
    </message>
    <message>
        <source>Where signals and labels come from: a file is replayed in the order of time.</source>
        <translation>Woher Signale und Labels kommen: eine Datei wird in zeitlicher Folge abgespielt.</translation>
    </message>
    <message>
        <source>Where the file has no label time: how many rows ahead a label looks.</source>
        <translation>Wo die Datei keine Label-Zeit hat: wie viele Zeilen ein Label vorausschaut.</translation>
    </message>
    <message>
        <source>Where the true value lies in 95 of 100 such tests; overlapping ones are no ranking.</source>
        <translation>Wo der wahre Wert in 95 von 100 solchen Tests liegt; überlappende sind keine Rangfolge.</translation>
    </message>
    <message>
        <source>Where the watched rows show a clear pattern, deeper trees with less shrinkage are tried as well.</source>
        <translation>Wo die beobachteten Zeilen ein klares Muster zeigen, werden auch tiefere Bäume mit weniger Schrumpfung versucht.</translation>
    </message>
    <message>
        <source>Where trainings and champions are told.</source>
        <translation>Wem von Trainings und Champions berichtet wird.</translation>
    </message>
    <message>
        <source>Whether of the signals given 60 %, 60 of 100 do win: the diagonal is perfect.</source>
        <translation>Ob von den Signalen mit 60 % auch 60 von 100 gewinnen: die Diagonale ist vollkommen.</translation>
    </message>
    <message>
        <source>Whoever has your key on a list can see that the bundle comes from you.</source>
        <translation>Wer Ihren Schlüssel auf einer Liste hat, sieht, dass das Paket von Ihnen kommt.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Win or Loss</source>
        <translation>Gewinn oder Verlust</translation>
    </message>
    <message>
        <source>Win or loss</source>
        <translation>Gewinn oder Verlust</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Gewinnrate</translation>
    </message>
    <message>
        <source>Win rate, accuracy and expected R appear here beside what they come to with late labels.</source>
        <translation>Gewinnrate, Trefferquote und erwartetes R erscheinen hier neben dem, was mit späten Labels daraus wird.</translation>
    </message>
    <message>
        <source>With Other Settings</source>
        <translation>Mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>With a number of trials and no time the same seed gives the same study.</source>
        <translation>Mit einer Zahl von Versuchen und ohne Zeit gibt derselbe Startwert dieselbe Studie.</translation>
    </message>
    <message>
        <source>With a warm start: how much of what the parent&apos;s trees say stays. 0.8 fades them by a fifth each time.</source>
        <translation>Beim Warmstart: wie viel von dem bleibt, was die Bäume des Elternmodells sagen. 0,8 lässt sie jedes Mal um ein Fünftel verblassen.</translation>
    </message>
    <message>
        <source>With a warm start: the most trees to keep; the oldest make room for new ones. 0 keeps all.</source>
        <translation>Beim Warmstart: wie viele Bäume höchstens bleiben; die ältesten machen neuen Platz. 0 behält alle.</translation>
    </message>
    <message>
        <source>With real label delays about 0.001 is right; River&apos;s own 0.01 is mostly worse than the base rate.</source>
        <translation>Bei echter Verspätung der Labels ist etwa 0,001 richtig; Rivers 0,01 ist meist schlechter als die Grundrate.</translation>
    </message>
    <message>
        <source>With these settings</source>
        <translation>Mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Withdraw Challenger</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Words of your own on this model; kept with it</source>
        <translation>Ihre eigenen Worte zu diesem Modell; sie bleiben bei ihm</translation>
    </message>
    <message>
        <source>Words of your own, parted by commas; the filter finds them.</source>
        <translation>Ihre eigenen Wörter, durch Kommas getrennt; der Filter findet sie.</translation>
    </message>
    <message>
        <source>Working out what made this score…</source>
        <translation>Es wird ermittelt, was diesen Score ausmachte…</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace of the Running Monitor</source>
        <translation>Arbeitsbereich des laufenden Monitors</translation>
    </message>
    <message>
        <source>Write Report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Write Report…</source>
        <translation>Bericht schreiben…</translation>
    </message>
    <message>
        <source>Write a model as a bundle</source>
        <translation>Ein Modell als Paket schreiben</translation>
    </message>
    <message>
        <source>Write name=value, separated by commas.</source>
        <translation>Schreiben Sie Name=Wert, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Write the chosen model as a bundle that opens on another machine.</source>
        <translation>Das gewählte Modell als Paket schreiben, das sich auf einem anderen Rechner öffnet.</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Xgboost</source>
        <translation>XGBoost</translation>
    </message>
    <message>
        <source>You left out {names}.</source>
        <translation>Sie haben {names} weggelassen.</translation>
    </message>
    <message>
        <source>Your data and models are safe: what is listed was written whole. You can go on working; if it comes again, copy the report and send it to us.</source>
        <translation>Ihre Daten und Modelle sind sicher: was aufgeführt ist, wurde ganz geschrieben. Sie können weiterarbeiten; kommt es wieder, kopieren Sie den Bericht und senden Sie ihn uns.</translation>
    </message>
    <message>
        <source>Your own weights; left out, they are optimised.</source>
        <translation>Ihre eigenen Gewichte; ohne sie werden sie optimiert.</translation>
    </message>
    <message>
        <source>Your weights</source>
        <translation>Ihre Gewichte</translation>
    </message>
    <message>
        <source>Your weights: AUC {auc}</source>
        <translation>Ihre Gewichte: AUC {auc}</translation>
    </message>
    <message>
        <source>Your weights: AUC {score} ({low} to {high})</source>
        <translation>Ihre Gewichte: AUC {score} ({low} bis {high})</translation>
    </message>
    <message>
        <source>_</source>
        <translation>_</translation>
    </message>
    <message>
        <source>a file without a suffix</source>
        <translation>eine Datei ohne Endung</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>adapting</source>
        <translation>anpassend</translation>
    </message>
    <message>
        <source>all {rows:,} rows alike</source>
        <translation>alle {rows:,} Zeilen gleich</translation>
    </message>
    <message>
        <source>area under the ROC curve, ties counted half</source>
        <translation>Fläche unter der ROC-Kurve, Gleichstände zählen halb</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>at defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>at label {event:,}</source>
        <translation>bei Label {event:,}</translation>
    </message>
    <message>
        <source>at {x:.2f}:  </source>
        <translation>bei {x:.2f}:  </translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>mittlere Präzision</translation>
    </message>
    <message>
        <source>base {value:.4f}</source>
        <translation>Basis {value:.4f}</translation>
    </message>
    <message>
        <source>batch + online</source>
        <translation>Batch + online</translation>
    </message>
    <message>
        <source>batch only</source>
        <translation>nur Batch</translation>
    </message>
    <message>
        <source>batch {batch:.0f} %</source>
        <translation>Batch {batch:.0f} %</translation>
    </message>
    <message>
        <source>batch {value:.2f} · online {value2:.2f}</source>
        <translation>Batch {value:.2f} · online {value2:.2f}</translation>
    </message>
    <message>
        <source>batch {weight_batch:.1%}, online {weight_online:.1%}</source>
        <translation>Batch {weight_batch:.1%}, online {weight_online:.1%}</translation>
    </message>
    <message>
        <source>best baseline {share}</source>
        <translation>beste Grundlinie {share}</translation>
    </message>
    <message>
        <source>best of the window</source>
        <translation>bester des Fensters</translation>
    </message>
    <message>
        <source>block {name}: {length:,} rows trained, {length2:,} purged, {length3:,} tested</source>
        <translation>Block {name}: {length:,} Zeilen trainiert, {length2:,} bereinigt, {length3:,} getestet</translation>
    </message>
    <message>
        <source>budget {BUDGET:g} ms</source>
        <translation>Budget {BUDGET:g} ms</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>colour: {partner}, blue low, red high</source>
        <translation>Farbe: {partner}, blau niedrig, rot hoch</translation>
    </message>
    <message>
        <source>distance from the first signals × importance</source>
        <translation>Abstand von den ersten Signalen × Bedeutung</translation>
    </message>
    <message>
        <source>drawing curves</source>
        <translation>Kurven werden gezeichnet</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>each on its own validation rows</source>
        <translation>jeder auf seinen eigenen Validierungszeilen</translation>
    </message>
    <message>
        <source>file, full speed</source>
        <translation>Datei, volle Geschwindigkeit</translation>
    </message>
    <message>
        <source>fixed mix</source>
        <translation>feste Mischung</translation>
    </message>
    <message>
        <source>for labels</source>
        <translation>für Labels</translation>
    </message>
    <message>
        <source>for {words}</source>
        <translation>für {words}</translation>
    </message>
    <message>
        <source>found on earlier rows</source>
        <translation>auf früheren Zeilen gefunden</translation>
    </message>
    <message>
        <source>from the Ensemble tab</source>
        <translation>aus dem Reiter Ensemble</translation>
    </message>
    <message>
        <source>from the environment, .pgpass or the keyring</source>
        <translation>aus der Umgebung, .pgpass oder dem Schlüsselbund</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>imported, {trust}</source>
        <translation>importiert, {trust}</translation>
    </message>
    <message>
        <source>in large groups at full speed: nobody waits for a score</source>
        <translation>in großen Gruppen mit voller Geschwindigkeit: niemand wartet auf einen Score</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>label {count}</source>
        <translation>Label {count}</translation>
    </message>
    <message>
        <source>label {event:,}:  {names} {moved:.2f}</source>
        <translation>Label {event:,}:  {names} {moved:.2f}</translation>
    </message>
    <message>
        <source>label {event:,}{value}:  {values}</source>
        <translation>Label {event:,}{value}:  {values}</translation>
    </message>
    <message>
        <source>label {label:,} · {when}:  {values}</source>
        <translation>Label {label:,} · {when}:  {values}</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>last label</source>
        <translation>letztes Label</translation>
    </message>
    <message>
        <source>last {count}</source>
        <translation>letzte {count}</translation>
    </message>
    <message>
        <source>last {count} labels</source>
        <translation>letzte {count} Labels</translation>
    </message>
    <message>
        <source>last {window:,} labels, 95 % band</source>
        <translation>letzte {window:,} Labels, 95-%-Band</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>loading {name}</source>
        <translation>{name} wird geladen</translation>
    </message>
    <message>
        <source>log loss above the best single member&apos;s</source>
        <translation>Log-Loss über dem des besten einzelnen Mitglieds</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>mean R</source>
        <translation>mittleres R</translation>
    </message>
    <message>
        <source>mean of (probability − outcome)²</source>
        <translation>Mittel von (Wahrscheinlichkeit − Ausgang)²</translation>
    </message>
    <message>
        <source>mean of −ln of the probability given to what happened</source>
        <translation>Mittel von −ln der Wahrscheinlichkeit dessen, was geschah</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no alarm so far</source>
        <translation>noch kein Alarm</translation>
    </message>
    <message>
        <source>no batch model</source>
        <translation>kein Batch-Modell</translation>
    </message>
    <message>
        <source>no challenger</source>
        <translation>kein Herausforderer</translation>
    </message>
    <message>
        <source>no champion</source>
        <translation>kein Champion</translation>
    </message>
    <message>
        <source>no labels yet</source>
        <translation>noch keine Labels</translation>
    </message>
    <message>
        <source>no realized R known</source>
        <translation>kein realisiertes R bekannt</translation>
    </message>
    <message>
        <source>no row had to be purged</source>
        <translation>keine Zeile musste bereinigt werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation>nichts fehlt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>one member</source>
        <translation>ein Mitglied</translation>
    </message>
    <message>
        <source>online only</source>
        <translation>nur online</translation>
    </message>
    <message>
        <source>online {online:.0f} %</source>
        <translation>online {online:.0f} %</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>preparing the online learner</source>
        <translation>der Online-Lerner wird vorbereitet</translation>
    </message>
    <message>
        <source>previous champion</source>
        <translation>voriger Champion</translation>
    </message>
    <message>
        <source>probability {probability:.3f}</source>
        <translation>Wahrscheinlichkeit {probability:.3f}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>rolling best</source>
        <translation>gleitend bester</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>row {int:,}, block {name}: {kinds}</source>
        <translation>Zeile {int:,}, Block {name}: {kinds}</translation>
    </message>
    <message>
        <source>row {row:,}</source>
        <translation>Zeile {row:,}</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>scored {score:.3f} by the blend</source>
        <translation>von der Mischung mit {score:.3f} bewertet</translation>
    </message>
    <message>
        <source>seen in training</source>
        <translation>im Training gesehen</translation>
    </message>
    <message>
        <source>seen in training: too good</source>
        <translation>im Training gesehen: zu gut</translation>
    </message>
    <message>
        <source>signals of {trained_on}</source>
        <translation>Signale vom {trained_on}</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>the file {clause}</source>
        <translation>die Datei {clause}</translation>
    </message>
    <message>
        <source>the first {shown:,} of {many:,} rows; Copy Data takes all</source>
        <translation>die ersten {shown:,} von {many:,} Zeilen; Daten kopieren nimmt alle</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>weight {float:.3f}</source>
        <translation>Gewicht {float:.3f}</translation>
    </message>
    <message>
        <source>who predicts better</source>
        <translation>wer besser vorhersagt</translation>
    </message>
    <message>
        <source>win</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>with these settings</source>
        <translation>mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes: its start had seen test rows</source>
        <translation>ja: sein Beginn hatte Testzeilen gesehen</translation>
    </message>
    <message>
        <source>your mix</source>
        <translation>Ihre Mischung</translation>
    </message>
    <message>
        <source>{MOST} monitors are open.</source>
        <translation>{MOST} Monitore sind offen.</translation>
    </message>
    <message>
        <source>{best:.4f}</source>
        <translation>{best:.4f}</translation>
    </message>
    <message>
        <source>{called}: AUC {score} on unseen later rows ({low} to {high}; 0.5 is chance).</source>
        <translation>{called}: AUC {score} auf ungesehenen späteren Zeilen ({low} bis {high}; 0,5 ist Zufall).</translation>
    </message>
    <message>
        <source>{changed} changed</source>
        <translation>{changed} geändert</translation>
    </message>
    <message>
        <source>{chosen} of {suitable} chosen</source>
        <translation>{chosen} von {suitable} gewählt</translation>
    </message>
    <message>
        <source>{columns} known only afterwards, left out</source>
        <translation>{columns}: erst danach bekannt, weggelassen</translation>
    </message>
    <message>
        <source>{columns} may know the outcome</source>
        <translation>{columns} könnte den Ausgang kennen</translation>
    </message>
    <message>
        <source>{count} given up</source>
        <translation>{count} aufgegeben</translation>
    </message>
    <message>
        <source>{count} known</source>
        <translation>{count} bekannt</translation>
    </message>
    <message>
        <source>{count} labels ago</source>
        <translation>vor {count} Labels</translation>
    </message>
    <message>
        <source>{count} signals</source>
        <translation>{count} Signale</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <source>{detector} raised an alarm</source>
        <translation>{detector} schlug Alarm</translation>
    </message>
    <message>
        <source>{different} changed</source>
        <translation>{different} geändert</translation>
    </message>
    <message>
        <source>{feature}: {importance:.3f} on the mean, {share:.0%} of all</source>
        <translation>{feature}: {importance:.3f} im Mittel, {share:.0%} von allem</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{kind_words}, fold {fold}, round {rounds}: training loss {train:.4f}, validation loss {valid:.4f}</source>
        <translation>{kind_words}, Block {fold}, Runde {rounds}: Trainingsverlust {train:.4f}, Validierungsverlust {valid:.4f}</translation>
    </message>
    <message>
        <source>{kinds} on {rows}. Each is tested only on rows later than its training, with the overlap purged.</source>
        <translation>{kinds} auf {rows}. Jedes wird nur auf Zeilen nach seinem Training getestet, ohne die Überlappung.</translation>
    </message>
    <message>
        <source>{labels:,} labels, with the changes of blend that were made.</source>
        <translation>{labels:,} Labels, mit den vorgenommenen Änderungen der Mischung.</translation>
    </message>
    <message>
        <source>{labels} labels run again in {took}.</source>
        <translation>{labels} Labels in {took} noch einmal durchlaufen.</translation>
    </message>
    <message>
        <source>{length:,} purged</source>
        <translation>{length:,} bereinigt</translation>
    </message>
    <message>
        <source>{len} alarms in all. {words}</source>
        <translation>Insgesamt {len} Alarme. {words}</translation>
    </message>
    <message>
        <source>{low:+.3f} to {high:+.3f}</source>
        <translation>{low:+.3f} bis {high:+.3f}</translation>
    </message>
    <message>
        <source>{many} chosen</source>
        <translation>{many} gewählt</translation>
    </message>
    <message>
        <source>{measure} at the end: {parts}.</source>
        <translation>{measure} am Ende: {parts}.</translation>
    </message>
    <message>
        <source>{measure}, rolling</source>
        <translation>{measure}, gleitend</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
        <source>{missing_share} missing</source>
        <translation>{missing_share} fehlen</translation>
    </message>
    <message>
        <source>{model_name} · {features} features · {id}</source>
        <translation>{model_name} · {features} Merkmale · {id}</translation>
    </message>
    <message>
        <source>{model} trial {number} · AUC {auc:.4f} · log loss {loss:.4f}</source>
        <translation>{model} Versuch {number} · AUC {auc:.4f} · Log-Loss {loss:.4f}</translation>
    </message>
    <message>
        <source>{model}, {n:,} trials, best {best:.4f}</source>
        <translation>{model}, {n:,} Versuche, bester {best:.4f}</translation>
    </message>
    <message>
        <source>{n:,} Run</source>
        <translation>{n:,} Lauf</translation>
    </message>
    <message>
        <source>{n:,} Runs</source>
        <translation>{n:,} Läufe</translation>
    </message>
    <message>
        <source>{n:,} alarm</source>
        <translation>{n:,} Alarm</translation>
    </message>
    <message>
        <source>{n:,} alarms</source>
        <translation>{n:,} Alarme</translation>
    </message>
    <message>
        <source>{n:,} column</source>
        <translation>{n:,} Spalte</translation>
    </message>
    <message>
        <source>{n:,} columns</source>
        <translation>{n:,} Spalten</translation>
    </message>
    <message>
        <source>{n:,} feature</source>
        <translation>{n:,} Merkmal</translation>
    </message>
    <message>
        <source>{n:,} features</source>
        <translation>{n:,} Merkmale</translation>
    </message>
    <message>
        <source>{n:,} finding</source>
        <translation>{n:,} Befund</translation>
    </message>
    <message>
        <source>{n:,} findings</source>
        <translation>{n:,} Befunde</translation>
    </message>
    <message>
        <source>{n:,} model</source>
        <translation>{n:,} Modell</translation>
    </message>
    <message>
        <source>{n:,} models</source>
        <translation>{n:,} Modelle</translation>
    </message>
    <message>
        <source>{n:,} more field</source>
        <translation>{n:,} weiteres Feld</translation>
    </message>
    <message>
        <source>{n:,} more fields</source>
        <translation>{n:,} weitere Felder</translation>
    </message>
    <message>
        <source>{n:,} more note</source>
        <translation>{n:,} weitere Notiz</translation>
    </message>
    <message>
        <source>{n:,} more notes</source>
        <translation>{n:,} weitere Notizen</translation>
    </message>
    <message>
        <source>{n:,} row</source>
        <translation>{n:,} Zeile</translation>
    </message>
    <message>
        <source>{n:,} rows</source>
        <translation>{n:,} Zeilen</translation>
    </message>
    <message>
        <source>{n:,} run</source>
        <translation>{n:,} Lauf</translation>
    </message>
    <message>
        <source>{n:,} runs</source>
        <translation>{n:,} Läufe</translation>
    </message>
    <message>
        <source>{n:,} setting</source>
        <translation>{n:,} Einstellung</translation>
    </message>
    <message>
        <source>{n:,} settings</source>
        <translation>{n:,} Einstellungen</translation>
    </message>
    <message>
        <source>{n:,} signal</source>
        <translation>{n:,} Signal</translation>
    </message>
    <message>
        <source>{n:,} signals</source>
        <translation>{n:,} Signale</translation>
    </message>
    <message>
        <source>{n:,} suitable model</source>
        <translation>{n:,} passendes Modell</translation>
    </message>
    <message>
        <source>{n:,} suitable models</source>
        <translation>{n:,} passende Modelle</translation>
    </message>
    <message>
        <source>{n:,} tree</source>
        <translation>{n:,} Baum</translation>
    </message>
    <message>
        <source>{n:,} trees</source>
        <translation>{n:,} Bäume</translation>
    </message>
    <message>
        <source>{names} and {names2} {matrix:.2f}</source>
        <translation>{names} und {names2} {matrix:.2f}</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} und {n} weitere</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name} (fehlt)</translation>
    </message>
    <message>
        <source>{name} exists already and would be replaced.</source>
        <translation>{name} gibt es schon und würde ersetzt.</translation>
    </message>
    <message>
        <source>{name} is no challenger any more.</source>
        <translation>{name} ist kein Herausforderer mehr.</translation>
    </message>
    <message>
        <source>{name} is no file of signals: drop CSV, Parquet, Feather or a bundle.</source>
        <translation>{name} ist keine Datei mit Signalen: ziehen Sie CSV, Parquet, Feather oder ein Paket hierher.</translation>
    </message>
    <message>
        <source>{name} is the challenger now.</source>
        <translation>{name} ist jetzt der Herausforderer.</translation>
    </message>
    <message>
        <source>{name} is the champion again.</source>
        <translation>{name} ist wieder Champion.</translation>
    </message>
    <message>
        <source>{name} is the champion now.</source>
        <translation>{name} ist jetzt Champion.</translation>
    </message>
    <message>
        <source>{name} itself: AUC {auc}.</source>
        <translation>{name} selbst: AUC {auc}.</translation>
    </message>
    <message>
        <source>{name} {value:.3g}</source>
        <translation>{name} {value:.3g}</translation>
    </message>
    <message>
        <source>{name} · {events:,} events</source>
        <translation>{name} · {events:,} Ereignisse</translation>
    </message>
    <message>
        <source>{name}, not used</source>
        <translation>{name}, nicht verwendet</translation>
    </message>
    <message>
        <source>{name}, the newest {row} signals</source>
        <translation>{name}, die neuesten {row} Signale</translation>
    </message>
    <message>
        <source>{name}: no rows to score it on</source>
        <translation>{name}: keine Zeilen, um es zu bewerten</translation>
    </message>
    <message>
        <source>{name}: {share:.0%} of what moved{turned}</source>
        <translation>{name}: {share:.0%} dessen, was sich verschob{turned}</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} geändert</translation>
    </message>
    <message>
        <source>{n} columns are used now.</source>
        <translation>{n} Spalten werden jetzt verwendet.</translation>
    </message>
    <message>
        <source>{parent} (gone)</source>
        <translation>{parent} (fehlt)</translation>
    </message>
    <message>
        <source>{part:.0%} done</source>
        <translation>{part:.0%} fertig</translation>
    </message>
    <message>
        <source>{points:+.2f} points</source>
        <translation>{points:+.2f} Punkte</translation>
    </message>
    <message>
        <source>{positive_rate} wins</source>
        <translation>{positive_rate} Gewinne</translation>
    </message>
    <message>
        <source>{purged:,} rows purged</source>
        <translation>{purged:,} Zeilen bereinigt</translation>
    </message>
    <message>
        <source>{replace} {words}, allowed for {words2}</source>
        <translation>{replace} {words}, berücksichtigt {words2}</translation>
    </message>
    <message>
        <source>{rounds:,} rounds</source>
        <translation>{rounds:,} Runden</translation>
    </message>
    <message>
        <source>{rows:,} rows count like {effective_rows:,.0f}</source>
        <translation>{rows:,} Zeilen zählen wie {effective_rows:,.0f}</translation>
    </message>
    <message>
        <source>{rows:,} rows, all later than the weights saw</source>
        <translation>{rows:,} Zeilen, alle später als die, die die Gewichte sahen</translation>
    </message>
    <message>
        <source>{run_label}: tick to combine it with others.</source>
        <translation>{run_label}: anhaken, um es mit anderen zu kombinieren.</translation>
    </message>
    <message>
        <source>{score_name} {value:.3f}, 95 % {low:.3f} to {high:.3f}</source>
        <translation>{score_name} {value:.3f}, 95 % {low:.3f} bis {high:.3f}</translation>
    </message>
    <message>
        <source>{score}, 95 % interval</source>
        <translation>{score}, 95-%-Intervall</translation>
    </message>
    <message>
        <source>{settings} at defaults</source>
        <translation>{settings} auf Vorgabe</translation>
    </message>
    <message>
        <source>{share} from {name}</source>
        <translation>{share} von {name}</translation>
    </message>
    <message>
        <source>{share} of the last {count} signals wait for their label.</source>
        <translation>{share} der letzten {count} Signale warten auf ihr Label.</translation>
    </message>
    <message>
        <source>{signed} ({low} to {high})</source>
        <translation>{signed} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{size}. It opens: {rows} canary rows gave the same scores.</source>
        <translation>{size}. Es öffnet sich: {rows} Prüfzeilen gaben dieselben Scores.</translation>
    </message>
    <message>
        <source>{source} cannot be reached.</source>
        <translation>{source} ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>{source} is back; what came meanwhile is being caught up on.</source>
        <translation>{source} ist zurück; was inzwischen kam, wird nachgeholt.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>{stopped}Found on {fitted_rows} earlier rows, judged on {scored_rows} later ones. Save keeps an ensemble with these weights.</source>
        <translation>{stopped}Auf {fitted_rows} früheren Zeilen gefunden, auf {scored_rows} späteren beurteilt. Speichern behält ein Ensemble mit diesen Gewichten.</translation>
    </message>
    <message>
        <source>{target} is a folder. Add a file name.</source>
        <translation>{target} ist ein Ordner. Fügen Sie einen Dateinamen hinzu.</translation>
    </message>
    <message>
        <source>{tested_rows} that no fit saw, purged</source>
        <translation>{tested_rows}, die kein Training sah, bereinigt</translation>
    </message>
    <message>
        <source>{titles} is still running and would be cancelled.</source>
        <translation>{titles} läuft noch und würde abgebrochen.</translation>
    </message>
    <message>
        <source>{title} chart menu</source>
        <translation>Menü des Diagramms {title}</translation>
    </message>
    <message>
        <source>{title} chooses its columns anew at each training.</source>
        <translation>{title} wählt seine Spalten bei jedem Training neu.</translation>
    </message>
    <message>
        <source>{title} failed</source>
        <translation>{title} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{title} is done</source>
        <translation>{title} ist fertig</translation>
    </message>
    <message>
        <source>{title} is shown on the whole screen.</source>
        <translation>{title} ist im Vollbild.</translation>
    </message>
    <message>
        <source>{title} sets each model apart; the form shows the first one&apos;s settings.</source>
        <translation>{title} stellt jedes Modell einzeln ein; das Formular zeigt die Einstellungen des ersten.</translation>
    </message>
    <message>
        <source>{title}, {figure}: {parts}.</source>
        <translation>{title}, {figure}: {parts}.</translation>
    </message>
    <message>
        <source>{title}: Chart Menu</source>
        <translation>{title}: Menü des Diagramms</translation>
    </message>
    <message>
        <source>{title}: Reset Zoom</source>
        <translation>{title}: Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>{title}: Table</source>
        <translation>{title}: Tabelle</translation>
    </message>
    <message>
        <source>{title}: {parts}.</source>
        <translation>{title}: {parts}.</translation>
    </message>
    <message>
        <source>{total} at defaults</source>
        <translation>{total} auf Vorgabe</translation>
    </message>
    <message>
        <source>{value:.0f} {unit} ago</source>
        <translation>vor {value:.0f} {unit}</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{value} is kept in the library.</source>
        <translation>{value} ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>{who}: probability {probability:.3f}</source>
        <translation>{who}: Wahrscheinlichkeit {probability:.3f}</translation>
    </message>
    <message>
        <source>{words} Settings from {trials:,} trials.</source>
        <translation>{words} Einstellungen aus {trials:,} Versuchen.</translation>
    </message>
    <message>
        <source>{words} is empty.</source>
        <translation>{words} ist leer.</translation>
    </message>
    <message>
        <source>{words} is {text}.</source>
        <translation>{words} ist {text}.</translation>
    </message>
    <message>
        <source>{words} is “{currentText}”.</source>
        <translation>{words} ist „{currentText}“.</translation>
    </message>
    <message>
        <source>{words} is “{text}”.</source>
        <translation>{words} ist „{text}“.</translation>
    </message>
    <message>
        <source>{words}: for how many labels</source>
        <translation>{words}: für wie viele Labels</translation>
    </message>
    <message>
        <source>{words}: propose a retraining</source>
        <translation>{words}: ein neues Training vorschlagen</translation>
    </message>
    <message>
        <source>{words}: tell in the strip and on the desktop</source>
        <translation>{words}: in der Leiste und auf dem Desktop sagen</translation>
    </message>
    <message>
        <source>{words}: “{part}” has no “=”.</source>
        <translation>{words}: „{part}“ hat kein „=“.</translation>
    </message>
    <message>
        <source>{words}{chosen} Cost of a trade {cost:g} R.</source>
        <translation>{words}{chosen} Kosten eines Handels {cost:g} R.</translation>
    </message>
    <message>
        <source>{} is contaminated: what it was started from had seen tested rows, so its scores are too good.</source>
        <translation>{} ist verunreinigt: woraus es entstand, hatte getestete Zeilen gesehen, daher sind seine Scores zu gut.</translation>
    </message>
    <message>
        <source>Δ AUC</source>
        <translation>Δ AUC</translation>
    </message>
</context>
</TS>
