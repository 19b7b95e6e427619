<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source> ({names} and {len} more)</source>
        <translation> ({names} und {len} weitere)</translation>
    </message>
    <message>
        <source> Each poll reads all of it ({mib}), and so takes a rest of up to {longest_rest} s. Quick is an indexed column of transaction numbers: {mending}</source>
        <translation> Jede Abfrage liest sie ganz ({mib}) und ruht deshalb bis zu {longest_rest} s. Schnell ist eine indizierte Spalte mit Transaktionsnummern: {mending}</translation>
    </message>
    <message>
        <source> It is large ({mib}): new rows are seen at once, what commits late or is updated when its turn comes in a round through the table. All comes at once by an indexed column of transaction numbers: {mending}</source>
        <translation> Sie ist groß ({mib}): Neue Zeilen werden sofort gesehen; was spät festgeschrieben oder geändert wird, wenn es in einem Rundgang durch die Tabelle an der Reihe ist. Alles kommt sofort mit einer indizierten Spalte mit Transaktionsnummern: {mending}</translation>
    </message>
    <message>
        <source> The parent may have seen some of these rows: its figures, and those of the warm start, are too good.</source>
        <translation> Das Ausgangsmodell hat vielleicht einige dieser Zeilen gesehen: seine Zahlen und die des Warmstarts sind zu gut.</translation>
    </message>
    <message>
        <source> This monitor scores as before until it is started again.</source>
        <translation> Dieser Monitor bewertet wie zuvor, bis er neu gestartet wird.</translation>
    </message>
    <message>
        <source> {mark} has no index, so each poll reads all of it ({mib}): CREATE INDEX ON {name} ({mark2});</source>
        <translation> {mark} hat keinen Index, also liest jede Abfrage alles ({mib}): CREATE INDEX ON {name} ({mark2});</translation>
    </message>
    <message>
        <source>16-bit leaves (FP16)</source>
        <translation>16-Bit-Blätter (FP16)</translation>
    </message>
    <message>
        <source>32-bit leaves</source>
        <translation>32-Bit-Blätter</translation>
    </message>
    <message>
        <source>8-bit leaves (INT8), one scale a tree</source>
        <translation>8-Bit-Blätter (INT8), ein Maßstab je Baum</translation>
    </message>
    <message>
        <source>; and {len} more</source>
        <translation>; und {len} weitere</translation>
    </message>
    <message>
        <source>; it is a 7z archive</source>
        <translation>; es ist ein 7z-Archiv</translation>
    </message>
    <message>
        <source>; it is a NumPy array</source>
        <translation>; es ist ein NumPy-Array</translation>
    </message>
    <message>
        <source>; it is a program</source>
        <translation>; es ist ein Programm</translation>
    </message>
    <message>
        <source>; it is a tar archive</source>
        <translation>; es ist ein tar-Archiv</translation>
    </message>
    <message>
        <source>; it is gzip</source>
        <translation>; es ist gzip</translation>
    </message>
    <message>
        <source>; it may be a pickle</source>
        <translation>; es könnte ein Pickle sein</translation>
    </message>
    <message>
        <source>A batch share of {batch_weight} is not possible.</source>
        <translation>Ein Batch-Anteil von {batch_weight} ist nicht möglich.</translation>
    </message>
    <message>
        <source>A bundle cannot hold more than 2 GiB.</source>
        <translation>Ein Paket kann nicht mehr als 2 GiB enthalten.</translation>
    </message>
    <message>
        <source>A category is asked for as a number.</source>
        <translation>Eine Kategorie wird als Zahl verlangt.</translation>
    </message>
    <message>
        <source>A chunk was compressed before all of it was certainly read: it is read once more, and what is known is left out.</source>
        <translation>Ein Abschnitt der Tabelle (Chunk) wurde komprimiert, bevor er sicher ganz gelesen war: Er wird noch einmal gelesen, und was bekannt ist, wird weggelassen.</translation>
    </message>
    <message>
        <source>A column without a name is empty and was left out.</source>
        <translation>Eine Spalte ohne Namen ist leer und wurde weggelassen.</translation>
    </message>
    <message>
        <source>A column without a name only counts the rows and was left out: models would learn the order of the file.</source>
        <translation>Eine Spalte ohne Namen zählt nur die Zeilen und wurde weggelassen: Modelle lernten sonst die Folge der Datei.</translation>
    </message>
    <message>
        <source>A column&apos;s name is longer than {longest_name} letters: it begins {longest}.</source>
        <translation>Der Name einer Spalte ist länger als {longest_name} Zeichen: er beginnt mit {longest}.</translation>
    </message>
    <message>
        <source>A compact model only scores; it cannot be {what}.</source>
        <translation>Ein kompaktes Modell bewertet nur; möglich ist nicht: {what}.</translation>
    </message>
    <message>
        <source>A first share of {first_share} leaves nothing to train or to test.</source>
        <translation>Ein erster Anteil von {first_share} lässt nichts zum Trainieren oder zum Testen.</translation>
    </message>
    <message>
        <source>A gain over {over}: {what} {value} ({low} to {high}).</source>
        <translation>Ein Vorteil, verglichen mit: {over}: {what} {value} ({low} bis {high}).</translation>
    </message>
    <message>
        <source>A gain over {over}: {what} {value} ({value2} to {value3}; less is better).</source>
        <translation>Ein Vorteil, verglichen mit: {over}: {what} {value} ({value2} bis {value3}; weniger ist besser).</translation>
    </message>
    <message>
        <source>A label is {label}.</source>
        <translation>Ein Label ist {label}.</translation>
    </message>
    <message>
        <source>A logistic regression on the members&apos; log-odds.</source>
        <translation>Eine logistische Regression auf die Log-Odds der Mitglieder.</translation>
    </message>
    <message>
        <source>A made-up stream brings its own labels.</source>
        <translation>Ein erfundener Strom bringt seine eigenen Labels mit.</translation>
    </message>
    <message>
        <source>A made-up stream has no place.</source>
        <translation>Ein erfundener Strom hat keinen Ort.</translation>
    </message>
    <message>
        <source>A member has features of its own.</source>
        <translation>Ein Mitglied hat eigene Merkmale.</translation>
    </message>
    <message>
        <source>A member needs a name.</source>
        <translation>Ein Mitglied braucht einen Namen.</translation>
    </message>
    <message>
        <source>A member&apos;s file is missing.</source>
        <translation>Die Datei eines Mitglieds fehlt.</translation>
    </message>
    <message>
        <source>A member&apos;s file is not of its library.</source>
        <translation>Die Datei eines Mitglieds ist nicht von seiner Bibliothek.</translation>
    </message>
    <message>
        <source>A model of the kind {kind} cannot be trained further.</source>
        <translation>Ein Modell der Art {kind} lässt sich nicht weiter trainieren.</translation>
    </message>
    <message>
        <source>A monitor</source>
        <translation>Ein Monitor</translation>
    </message>
    <message>
        <source>A monitor of this very stream</source>
        <translation>Ein Monitor genau dieses Stroms</translation>
    </message>
    <message>
        <source>A quote that opens in line {line} is not closed.</source>
        <translation>Ein Anführungszeichen, das in Zeile {line} beginnt, endet nirgends.</translation>
    </message>
    <message>
        <source>A recipe has no section {unknown}.</source>
        <translation>Ein Rezept hat keinen Abschnitt {unknown}.</translation>
    </message>
    <message>
        <source>A replayed file brings its own labels.</source>
        <translation>Eine wiedergegebene Datei bringt ihre eigenen Labels mit.</translation>
    </message>
    <message>
        <source>A rule over {labels} labels is not possible.</source>
        <translation>Eine Regel über {labels} Labels ist nicht möglich.</translation>
    </message>
    <message>
        <source>A run cannot be “{value}”.</source>
        <translation>Ein Lauf kann nicht „{value}“ sein.</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>Ein Lauf braucht einen Namen.</translation>
    </message>
    <message>
        <source>A run {id} is here already.</source>
        <translation>Einen Lauf {id} gibt es hier schon.</translation>
    </message>
    <message>
        <source>A search for settings of {names} on {name} ended before its time; {trials} trial is kept.</source>
        <translation>Eine Suche nach Einstellungen von {names} auf {name} endete vor ihrer Zeit; {trials} Versuch ist behalten.</translation>
    </message>
    <message>
        <source>A search for settings of {names} on {name} ended before its time; {trials} trials are kept.</source>
        <translation>Eine Suche nach Einstellungen von {names} auf {name} endete vor ihrer Zeit; {trials} Versuche sind behalten.</translation>
    </message>
    <message>
        <source>A share cannot be tuned on the last {labels} labels.</source>
        <translation>Ein Anteil lässt sich nicht auf den letzten {labels} Labels abstimmen.</translation>
    </message>
    <message>
        <source>A source of the kind {kind} takes {known}.</source>
        <translation>Eine Quelle der Art {kind} nimmt {known}.</translation>
    </message>
    <message>
        <source>A speed of {speed} is not possible.</source>
        <translation>Ein Tempo von {speed} ist nicht möglich.</translation>
    </message>
    <message>
        <source>A threshold, offset or calibration is out of range.</source>
        <translation>Eine Schwelle, ein Versatz oder eine Kalibrierung liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>A training of {names} on {name} ended before its time; {done} finished block is kept.</source>
        <translation>Ein Training von {names} auf {name} endete vor seiner Zeit; {done} fertiger Block ist behalten.</translation>
    </message>
    <message>
        <source>A training of {names} on {name} ended before its time; {done} finished blocks are kept.</source>
        <translation>Ein Training von {names} auf {name} endete vor seiner Zeit; {done} fertige Blöcke sind behalten.</translation>
    </message>
    <message>
        <source>A walk-forward without purging</source>
        <translation>Walk-Forward ohne Bereinigung</translation>
    </message>
    <message>
        <source>A weight is {value}.</source>
        <translation>Ein Gewicht ist {value}.</translation>
    </message>
    <message>
        <source>A win counts {balance} times a loss; the probabilities are corrected for it.</source>
        <translation>Ein Gewinn zählt das {balance}-Fache eines Verlusts; die Wahrscheinlichkeiten sind dafür korrigiert.</translation>
    </message>
    <message>
        <source>AUC With the Weights Asked For</source>
        <translation>AUC mit den gewünschten Gewichten</translation>
    </message>
    <message>
        <source>AUC below</source>
        <translation>AUC unter</translation>
    </message>
    <message>
        <source>AUC below {limit_words} for {labels} labels</source>
        <translation>AUC unter {limit_words} über {labels} Labels</translation>
    </message>
    <message>
        <source>AUC {value} instead of {value2} on later rows that the choice has not seen: difference {value3} ({low} to {high}).</source>
        <translation>AUC {value} statt {value2} auf späteren Zeilen, die die Wahl nicht gesehen hat: Unterschied {value3} ({low} bis {high}).</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most after {cost} R of costs; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: confirmed.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke nach {cost} R Kosten am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: bestätigt.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most after {cost} R of costs; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: not borne out.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke nach {cost} R Kosten am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: nicht bestätigt.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most after {cost} R of costs; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: not proven.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke nach {cost} R Kosten am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: nicht bewiesen.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most after {cost} R of costs; the last block has no such signal.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke nach {cost} R Kosten am meisten; der letzte Block hat kein solches Signal.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: confirmed.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: bestätigt.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: not borne out.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: nicht bestätigt.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most; on the last block {value} R a trade ({low} to {high}) against {everything} R for all signals: not proven.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke am meisten; auf dem letzten Block {value} R je Handel ({low} bis {high}) gegen {everything} R für alle Signale: nicht bewiesen.</translation>
    </message>
    <message>
        <source>Above {threshold} the earlier blocks earned most; the last block has no such signal.</source>
        <translation>Über {threshold} verdienten die früheren Blöcke am meisten; der letzte Block hat kein solches Signal.</translation>
    </message>
    <message>
        <source>Accuracy below</source>
        <translation>Genauigkeit unter</translation>
    </message>
    <message>
        <source>Accuracy below {limit_words} for {labels} labels</source>
        <translation>Genauigkeit unter {limit_words} über {labels} Labels</translation>
    </message>
    <message>
        <source>Accuracy up, expectancy down: {first} is right more often than {second} ({right} and {right2}), but the fifth of the signals that it likes best brings {earned} R a trade against {earned2} R.</source>
        <translation>Genauigkeit herauf, Erwartung herunter: {first} hat öfter recht als {second} ({right} und {right2}), aber das Fünftel der Signale, das es am höchsten schätzt, bringt {earned} R je Handel gegen {earned2} R.</translation>
    </message>
    <message>
        <source>Adaptive shares on.</source>
        <translation>Anpassende Anteile an.</translation>
    </message>
    <message>
        <source>Add its members instead.</source>
        <translation>Stattdessen seine Mitglieder hinzufügen.</translation>
    </message>
    <message>
        <source>Add trees instead, or use another library.</source>
        <translation>Stattdessen Bäume hinzufügen oder eine andere Bibliothek verwenden.</translation>
    </message>
    <message>
        <source>Add trees instead.</source>
        <translation>Stattdessen Bäume hinzufügen.</translation>
    </message>
    <message>
        <source>Adding it to the library</source>
        <translation>Es kommt in die Bibliothek</translation>
    </message>
    <message>
        <source>Adds, one by one, the member that helps the mean most.</source>
        <translation>Fügt nach und nach das Mitglied hinzu, das dem Mittel am meisten hilft.</translation>
    </message>
    <message>
        <source>Advice found</source>
        <translation>Rat gefunden</translation>
    </message>
    <message>
        <source>All history</source>
        <translation>Alle Daten</translation>
    </message>
    <message>
        <source>All {label} training rows are losses.</source>
        <translation>Alle {label} Trainingszeilen sind Verluste.</translation>
    </message>
    <message>
        <source>All {label} training rows are wins.</source>
        <translation>Alle {label} Trainingszeilen sind Gewinne.</translation>
    </message>
    <message>
        <source>All {rows} known outcomes are a loss: there is nothing to tell apart.</source>
        <translation>Alle {rows} bekannten Ausgänge sind ein Verlust: es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>All {rows} known outcomes are a win: there is nothing to tell apart.</source>
        <translation>Alle {rows} bekannten Ausgänge sind ein Gewinn: es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>All {rows} rows count alike.</source>
        <translation>Alle {rows} Zeilen zählen gleich.</translation>
    </message>
    <message>
        <source>All {total} columns stay.</source>
        <translation>Alle {total} Spalten bleiben.</translation>
    </message>
    <message>
        <source>Another program is writing to this workspace for a long time.</source>
        <translation>Ein anderes Programm schreibt schon lange in diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>As blending, drawn to equal weights where the rows leave it open.</source>
        <translation>Wie Mischung, zu gleichen Gewichten gezogen, wo die Zeilen es offen lassen.</translation>
    </message>
    <message>
        <source>Ask for a bundle, or export one from the run that made it; `score` opens such a file with care.</source>
        <translation>Um ein Paket bitten oder eines aus dem Lauf exportieren, der es machte; `score` öffnet eine solche Datei mit Vorsicht.</translation>
    </message>
    <message>
        <source>Ask for is:starred, is:pinned or is:contaminated.</source>
        <translation>is:starred, is:pinned oder is:contaminated verwenden.</translation>
    </message>
    <message>
        <source>Ask the sender for a bundle of this program.</source>
        <translation>Beim Absender um ein Paket dieses Programms bitten.</translation>
    </message>
    <message>
        <source>Ask the sender to sign it, or put the sender&apos;s key on your list.</source>
        <translation>Den Absender um eine Signatur bitten oder seinen Schlüssel auf die Liste setzen.</translation>
    </message>
    <message>
        <source>At most {bound} of them are to be expected to be there by chance.</source>
        <translation>Höchstens {bound} davon sind durch Zufall zu erwarten.</translation>
    </message>
    <message>
        <source>Away, {value}: {words}.</source>
        <translation>Weg, {value}: {words}.</translation>
    </message>
    <message>
        <source>Back again: {words}.</source>
        <translation>Wieder da: {words}.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Eine neue beginnen.</translation>
    </message>
    <message>
        <source>Behind the alarm at label {event}: of all that its contributions moved, most is {said}.</source>
        <translation>Hinter dem Alarm bei Label {event}: von allem, was die Beiträge bewegte, das meiste: {said}.</translation>
    </message>
    <message>
        <source>Behind the alarm at label {event}: what it says no longer goes with the outcomes: {said}.</source>
        <translation>Hinter dem Alarm bei Label {event}: diese Aussage geht nicht mehr mit den Ausgängen: {said}.</translation>
    </message>
    <message>
        <source>Best Member</source>
        <translation>Bestes Mitglied</translation>
    </message>
    <message>
        <source>Blend set to {value} batch + {value2} online.</source>
        <translation>Mischung auf {value} Batch + {value2} Online gesetzt.</translation>
    </message>
    <message>
        <source>Blocks tested with later rows in training</source>
        <translation>Blöcke, bei denen spätere Zeilen trainieren</translation>
    </message>
    <message>
        <source>Buffer of hard examples full at</source>
        <translation>Puffer schwerer Beispiele voll:</translation>
    </message>
    <message>
        <source>Buffer of hard examples full at {limit_words}</source>
        <translation>Puffer schwerer Beispiele voll: {limit_words}</translation>
    </message>
    <message>
        <source>Build the ensemble on a longer file, or set the weights by hand.</source>
        <translation>Das Ensemble auf einer längeren Datei bauen oder die Gewichte von Hand setzen.</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Call add_model first.</source>
        <translation>Zuerst add_model aufrufen.</translation>
    </message>
    <message>
        <source>Call create_ensemble first.</source>
        <translation>Zuerst create_ensemble aufrufen.</translation>
    </message>
    <message>
        <source>CatBoost cannot continue a model on a GPU.</source>
        <translation>CatBoost kann ein Modell auf einer GPU nicht fortsetzen.</translation>
    </message>
    <message>
        <source>CatBoost on a GPU tells of no rounds (its callbacks are refused there): it could be neither watched, stopped nor cancelled.</source>
        <translation>CatBoost meldet auf einer GPU keine Runden (seine Rückrufe werden dort abgewiesen): es ließe sich weder beobachten noch anhalten noch abbrechen.</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>Namen und Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Ihre Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check its unit and source; trees treat such values like the nearest ones that they know.</source>
        <translation>Einheit und Herkunft prüfen; Bäume behandeln solche Werte wie die nächsten, die sie kennen.</translation>
    </message>
    <message>
        <source>Check names and words with accents, or save the file as UTF-8.</source>
        <translation>Namen und Wörter mit Akzenten prüfen oder die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Check that both columns are in the same time zone.</source>
        <translation>Prüfen, ob beide Spalten in derselben Zeitzone stehen.</translation>
    </message>
    <message>
        <source>Check that both columns are in the same time zone. They count as known at once.</source>
        <translation>Prüfen, ob beide Spalten in derselben Zeitzone stehen. Sie gelten als sofort bekannt.</translation>
    </message>
    <message>
        <source>Check that label and realised ratio belong to the same trade.</source>
        <translation>Prüfen, ob Label und realisiertes Verhältnis zum selben Handel gehören.</translation>
    </message>
    <message>
        <source>Check that no signal is in the file twice.</source>
        <translation>Prüfen, dass kein Signal zweimal in der Datei steht.</translation>
    </message>
    <message>
        <source>Check that the first line holds names.</source>
        <translation>Prüfen, ob die erste Zeile Namen enthält.</translation>
    </message>
    <message>
        <source>Check that the names of the columns are right.</source>
        <translation>Prüfen, ob die Namen der Spalten stimmen.</translation>
    </message>
    <message>
        <source>Check that the two are not the same column, and rename one.</source>
        <translation>Prüfen, ob es nicht dieselbe Spalte ist, und eine umbenennen.</translation>
    </message>
    <message>
        <source>Check the parameters, first the extra ones.</source>
        <translation>Die Parameter prüfen, zuerst die weiteren.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Check the roles: which columns are features?</source>
        <translation>Die Rollen prüfen: welche Spalten sind Merkmale?</translation>
    </message>
    <message>
        <source>Check the separator and the quotes, and export the file again.</source>
        <translation>Trennzeichen und Anführungszeichen prüfen und die Datei noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Check the unit and the zone of the times.</source>
        <translation>Einheit und Zone der Zeiten prüfen.</translation>
    </message>
    <message>
        <source>Check the unit: it should be profit in multiples of the risk taken.</source>
        <translation>Die Einheit prüfen: es sollte der Gewinn in Vielfachen des Risikos sein.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Choose 8-bit leaves with a scale, or 32-bit leaves.</source>
        <translation>8-Bit-Blätter mit Maßstab oder 32-Bit-Blätter wählen.</translation>
    </message>
    <message>
        <source>Choose Blending, Weighted Average or Greedy Selection to lock weights.</source>
        <translation>Zum Sperren Mischung, Gewichtetes Mittel oder Gierige Auswahl wählen.</translation>
    </message>
    <message>
        <source>Choose Weighted Average or Greedy Selection, or leave the aim to the method.</source>
        <translation>Gewichtetes Mittel oder Gierige Auswahl wählen oder das Ziel dem Verfahren überlassen.</translation>
    </message>
    <message>
        <source>Choose a bundle or model file.</source>
        <translation>Ein Paket oder eine Modelldatei wählen.</translation>
    </message>
    <message>
        <source>Choose a challenger first.</source>
        <translation>Zuerst einen Herausforderer wählen.</translation>
    </message>
    <message>
        <source>Choose a champion, or start once the first signals are there.</source>
        <translation>Einen Champion wählen oder starten, wenn die ersten Signale da sind.</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>Eine Datei darin wählen.</translation>
    </message>
    <message>
        <source>Choose a file of the workspace&apos;s journal folder.</source>
        <translation>Eine Datei aus dem Ordner journal des Arbeitsbereichs wählen.</translation>
    </message>
    <message>
        <source>Choose a file that is there.</source>
        <translation>Eine vorhandene Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a file that was written by this program.</source>
        <translation>Eine Datei wählen, die dieses Programm geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose a file with signals.</source>
        <translation>Eine Datei mit Signalen wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, with free space.</source>
        <translation>Einen beschreibbaren Ordner mit freiem Platz wählen.</translation>
    </message>
    <message>
        <source>Choose a model file; pickle and joblib files are never opened.</source>
        <translation>Eine Modelldatei wählen; Dateien von pickle und joblib werden nie geöffnet.</translation>
    </message>
    <message>
        <source>Choose a run that is done, or train it again.</source>
        <translation>Einen fertigen Lauf wählen oder diesen noch einmal trainieren.</translation>
    </message>
    <message>
        <source>Choose a run that is done.</source>
        <translation>Einen fertigen Lauf wählen.</translation>
    </message>
    <message>
        <source>Choose a signal of this monitor.</source>
        <translation>Ein Signal dieses Monitors wählen.</translation>
    </message>
    <message>
        <source>Choose a table with the columns that the model was trained on.</source>
        <translation>Eine Tabelle mit den Spalten wählen, auf denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another label column or a file with both outcomes.</source>
        <translation>Eine andere Label-Spalte wählen oder eine Datei mit beiden Ausgängen.</translation>
    </message>
    <message>
        <source>Choose another label column, or wait for outcomes.</source>
        <translation>Eine andere Label-Spalte wählen oder auf Ausgänge warten.</translation>
    </message>
    <message>
        <source>Choose another model to challenge it.</source>
        <translation>Ein anderes Modell wählen, das ihn herausfordert.</translation>
    </message>
    <message>
        <source>Choose another parent, or start without one.</source>
        <translation>Ein anderes Ausgangsmodell wählen oder ohne beginnen.</translation>
    </message>
    <message>
        <source>Choose another time column, or write times as 2024-01-31T14:30:00Z.</source>
        <translation>Eine andere Zeitspalte wählen oder Zeiten als 2024-01-31T14:30:00Z schreiben.</translation>
    </message>
    <message>
        <source>Choose at least one model type.</source>
        <translation>Mindestens eine Modellart wählen.</translation>
    </message>
    <message>
        <source>Choose blending to use weights of your own.</source>
        <translation>Für eigene Gewichte Mischung wählen.</translation>
    </message>
    <message>
        <source>Choose fewer or smaller members.</source>
        <translation>Weniger oder kleinere Mitglieder wählen.</translation>
    </message>
    <message>
        <source>Choose from {here}.</source>
        <translation>Wählbar: {here}.</translation>
    </message>
    <message>
        <source>Choose its members instead.</source>
        <translation>Stattdessen seine Mitglieder wählen.</translation>
    </message>
    <message>
        <source>Choose log loss, AUC or expected R.</source>
        <translation>Log-Loss, AUC oder erwartetes R wählen.</translation>
    </message>
    <message>
        <source>Choose on at least {least_rows} rows with both outcomes: give a longer file, or raise the share of rows that only train.</source>
        <translation>Auf mindestens {least_rows} Zeilen mit beiden Ausgängen wählen: eine längere Datei angeben oder den Anteil der Zeilen erhöhen, die nur trainieren.</translation>
    </message>
    <message>
        <source>Choose one more model.</source>
        <translation>Noch ein Modell wählen.</translation>
    </message>
    <message>
        <source>Choose one of its members.</source>
        <translation>Eines seiner Mitglieder wählen.</translation>
    </message>
    <message>
        <source>Choose one of {by_name}.</source>
        <translation>Wählbar: {by_name}.</translation>
    </message>
    <message>
        <source>Choose one of {cls}.</source>
        <translation>Wählbar: {cls}.</translation>
    </message>
    <message>
        <source>Choose one of {libraries}.</source>
        <translation>Wählbar: {libraries}.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Wählbar: {names}.</translation>
    </message>
    <message>
        <source>Choose the model that it was made of.</source>
        <translation>Das Modell wählen, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Choose the purged walk-forward to tune.</source>
        <translation>Zum Abstimmen den bereinigten Walk-Forward wählen.</translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation>Es schließen.</translation>
    </message>
    <message>
        <source>Close other programs, or cut the file by time or columns.</source>
        <translation>Andere Programme schließen oder die Datei nach Zeit oder Spalten kürzen.</translation>
    </message>
    <message>
        <source>Column {column} cannot be read.</source>
        <translation>Spalte {column} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Column {position} has no name; it is called {name} here.</source>
        <translation>Spalte {position} hat keinen Namen; hier heißt sie {name}.</translation>
    </message>
    <message>
        <source>Columns chosen</source>
        <translation>Spalten gewählt</translation>
    </message>
    <message>
        <source>Combinatorial purged splits</source>
        <translation>kombinatorisch bereinigte Teilungen</translation>
    </message>
    <message>
        <source>Combine models that were trained on like columns.</source>
        <translation>Modelle kombinieren, die auf gleichen Spalten trainiert wurden.</translation>
    </message>
    <message>
        <source>Comment lines (#) skipped: {comments}.</source>
        <translation>Übersprungene Kommentarzeilen (#): {comments}.</translation>
    </message>
    <message>
        <source>Compare it with = or !=, as {name} = {value}.</source>
        <translation>Mit = oder != vergleichen, etwa {name} = {value}.</translation>
    </message>
    <message>
        <source>Compare {name} with a number, as {name2} &gt; 0.58.</source>
        <translation>{name} mit einer Zahl vergleichen, etwa {name2} &gt; 0.58.</translation>
    </message>
    <message>
        <source>Comparing it with the models</source>
        <translation>Er wird mit den Modellen verglichen</translation>
    </message>
    <message>
        <source>Comparing with equal weights and the best member</source>
        <translation>Vergleich mit gleichen Gewichten und dem besten Mitglied</translation>
    </message>
    <message>
        <source>Connecting to {words}</source>
        <translation>Verbindung mit {words}</translation>
    </message>
    <message>
        <source>Contributions are known of a batch model and of the linear online model.</source>
        <translation>Beiträge sind bekannt bei einem Batch-Modell und beim linearen Online-Modell.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Sie noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Copy or write it again.</source>
        <translation>Sie noch einmal kopieren oder schreiben.</translation>
    </message>
    <message>
        <source>Correct the quotes of line {line}.</source>
        <translation>Die Anführungszeichen der Zeile {line} berichtigen.</translation>
    </message>
    <message>
        <source>Correct them, or leave them empty.</source>
        <translation>Sie berichtigen oder leer lassen.</translation>
    </message>
    <message>
        <source>Correct these lines, or do without them.</source>
        <translation>Diese Zeilen berichtigen oder auf sie verzichten.</translation>
    </message>
    <message>
        <source>Correct these times, or do without the rows.</source>
        <translation>Diese Zeiten berichtigen oder auf die Zeilen verzichten.</translation>
    </message>
    <message>
        <source>Delete it, or restore the workspace from a copy.</source>
        <translation>Ihn löschen oder den Arbeitsbereich aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>Do not use this file; ask the sender for a fresh copy.</source>
        <translation>Diese Datei nicht verwenden; beim Absender um eine frische Kopie bitten.</translation>
    </message>
    <message>
        <source>Double such quotes and put the cell in quotes, or leave them out.</source>
        <translation>Solche Anführungszeichen verdoppeln und die Zelle in Anführungszeichen setzen, oder sie weglassen.</translation>
    </message>
    <message>
        <source>Double such quotes and put the cell in quotes.</source>
        <translation>Solche Anführungszeichen verdoppeln und die Zelle in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Drift is watched from here on, among labels that come within {span} of their signal, as nine in ten do.</source>
        <translation>Von hier an wird Drift beobachtet, unter Labels, die binnen {span} nach ihrem Signal kommen, wie neun von zehn.</translation>
    </message>
    <message>
        <source>Drift that asks for retraining</source>
        <translation>Drift, die neues Training verlangt</translation>
    </message>
    <message>
        <source>Drop it unless it was truly known at the time of the signal.</source>
        <translation>Weglassen, außer es war beim Signal wirklich bekannt.</translation>
    </message>
    <message>
        <source>Drop it, or look where its values are lost.</source>
        <translation>Weglassen oder nachsehen, wo die Werte verloren gehen.</translation>
    </message>
    <message>
        <source>Encode the rows by the model&apos;s own schema.</source>
        <translation>Die Zeilen mit dem Schema des Modells kodieren.</translation>
    </message>
    <message>
        <source>Ended by an unexpected fault; what is in the journal is safe.</source>
        <translation>Durch einen unerwarteten Fehler beendet; was im Journal steht, ist sicher.</translation>
    </message>
    <message>
        <source>Ended {span} ago: {status}</source>
        <translation>Vor {span} beendet: {status}</translation>
    </message>
    <message>
        <source>Ended {span} ago: {status} It is seen here as soon as it is started again.</source>
        <translation>Vor {span} beendet: {status} Hier ist er zu sehen, sobald er wieder startet.</translation>
    </message>
    <message>
        <source>Ensemble ready</source>
        <translation>Ensemble bereit</translation>
    </message>
    <message>
        <source>Ensemble saved</source>
        <translation>Ensemble gespeichert</translation>
    </message>
    <message>
        <source>Ensemble scored</source>
        <translation>Ensemble bewertet</translation>
    </message>
    <message>
        <source>Event {seq} of the journal is damaged.</source>
        <translation>Das Ereignis {seq} des Journals ist beschädigt.</translation>
    </message>
    <message>
        <source>Every day at (hour, UTC)</source>
        <translation>Täglich um (Stunde, UTC)</translation>
    </message>
    <message>
        <source>Every day at (hour, UTC) {limit_words}</source>
        <translation>Täglich um (Stunde, UTC) {limit_words}</translation>
    </message>
    <message>
        <source>Expect an AUC of {value} ({low} to {high}) on the next {rows} signals.</source>
        <translation>Auf den nächsten {rows} Signalen ist eine AUC von {value} zu erwarten ({low} bis {high}).</translation>
    </message>
    <message>
        <source>Expected R (Best {best_share})</source>
        <translation>Erwartetes R (beste {best_share})</translation>
    </message>
    <message>
        <source>Explaining row {start} of {matrix}</source>
        <translation>Zeile {start} von {matrix} wird erklärt</translation>
    </message>
    <message>
        <source>Export a model that was trained on a win/loss label.</source>
        <translation>Ein Modell exportieren, das auf Gewinn und Verlust trainiert wurde.</translation>
    </message>
    <message>
        <source>Export it as it is, or export the run that it was made from.</source>
        <translation>Es so exportieren, wie es ist, oder den Lauf exportieren, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Export it in its library&apos;s own format.</source>
        <translation>Im eigenen Format der Bibliothek exportieren.</translation>
    </message>
    <message>
        <source>Export or copy the file again.</source>
        <translation>Die Datei noch einmal exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>Export the compact form itself, or the model as it was trained.</source>
        <translation>Die kompakte Form selbst exportieren oder das Modell, wie es trainiert wurde.</translation>
    </message>
    <message>
        <source>Export the file again as CSV.</source>
        <translation>Die Datei noch einmal als CSV exportieren.</translation>
    </message>
    <message>
        <source>Export the file again as UTF-8 CSV.</source>
        <translation>Die Datei noch einmal als CSV in UTF-8 exportieren.</translation>
    </message>
    <message>
        <source>Export the model in its library&apos;s own format.</source>
        <translation>Das Modell im eigenen Format der Bibliothek exportieren.</translation>
    </message>
    <message>
        <source>Export without ONNX.</source>
        <translation>Ohne ONNX exportieren.</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>Exportiert nach {name}</translation>
    </message>
    <message>
        <source>Extra Trees</source>
        <translation>Zufällige Schwellen</translation>
    </message>
    <message>
        <source>Feature number {column} is infinite in row {start}.</source>
        <translation>Merkmal Nummer {column} ist in Zeile {start} unendlich.</translation>
    </message>
    <message>
        <source>Features of its own</source>
        <translation>Eigene Merkmale</translation>
    </message>
    <message>
        <source>Fetching from MLflow</source>
        <translation>Es wird aus MLflow geholt</translation>
    </message>
    <message>
        <source>Fewer than two weights are free, so there is nothing to find.</source>
        <translation>Weniger als zwei Gewichte sind frei, also gibt es nichts zu finden.</translation>
    </message>
    <message>
        <source>Fill them in, or expect them to be left out of mean R.</source>
        <translation>Sie ergänzen, oder sie fehlen im mittleren R.</translation>
    </message>
    <message>
        <source>Finding the number of rounds</source>
        <translation>Die Zahl der Runden wird gesucht</translation>
    </message>
    <message>
        <source>Finding weights, {share} of the steps</source>
        <translation>Gewichte werden gesucht, {share} der Schritte</translation>
    </message>
    <message>
        <source>Finished: {signals} signals, {labels} labels, {pending} without one.</source>
        <translation>Fertig: {signals} Signale, {labels} Labels, {pending} ohne Label.</translation>
    </message>
    <message>
        <source>Fitting weights, block {number} of {blocks}</source>
        <translation>Gewichte werden angepasst, Block {number} von {blocks}</translation>
    </message>
    <message>
        <source>Fixed shares.</source>
        <translation>Feste Anteile.</translation>
    </message>
    <message>
        <source>Forgetting is measured without it.</source>
        <translation>Das Vergessen wird ohne es gemessen.</translation>
    </message>
    <message>
        <source>Forgotten: on the {rows} rows that {name} was tested on, the AUC fell from {then} to {now}.</source>
        <translation>Vergessen: auf den {rows} Zeilen, auf denen {name} getestet wurde, fiel die AUC von {then} auf {now}.</translation>
    </message>
    <message>
        <source>Getting the libraries ready</source>
        <translation>Die Bibliotheken werden vorbereitet</translation>
    </message>
    <message>
        <source>Give 1 for a win and 0 for a loss.</source>
        <translation>1 für Gewinn und 0 für Verlust angeben.</translation>
    </message>
    <message>
        <source>Give 1 for a win and 0 for a loss; leave out signals that are still open.</source>
        <translation>1 für Gewinn und 0 für Verlust angeben; noch offene Signale weglassen.</translation>
    </message>
    <message>
        <source>Give 1 for a win, 0 for a loss, and leave empty what is not known.</source>
        <translation>1 für Gewinn, 0 für Verlust angeben und leer lassen, was nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Give 1 for as it happened, 60 for an hour in a minute, 0 for full speed.</source>
        <translation>Für den wirklichen Ablauf 1 angeben, für eine Stunde je Minute 60, für volle Geschwindigkeit 0.</translation>
    </message>
    <message>
        <source>Give 1 for as it happened, more for faster, 0 for full speed.</source>
        <translation>1 für wie geschehen angeben, mehr für schneller, 0 für volles Tempo.</translation>
    </message>
    <message>
        <source>Give 1 to 1,000,000 labels.</source>
        <translation>1 bis 1.000.000 Labels angeben.</translation>
    </message>
    <message>
        <source>Give ModelType.XGBOOST, ModelType.LIGHTGBM or ModelType.CATBOOST.</source>
        <translation>ModelType.XGBOOST, ModelType.LIGHTGBM oder ModelType.CATBOOST angeben.</translation>
    </message>
    <message>
        <source>Give a TOML file that this program exported.</source>
        <translation>Eine TOML-Datei angeben, die dieses Programm exportiert hat.</translation>
    </message>
    <message>
        <source>Give a budget above {new}, or fewer rounds.</source>
        <translation>Ein Budget über {new} angeben oder weniger Runden.</translation>
    </message>
    <message>
        <source>Give a file that has them, or choose the columns anew.</source>
        <translation>Eine Datei angeben, die sie hat, oder die Spalten neu wählen.</translation>
    </message>
    <message>
        <source>Give a file that has them, or train without the recipe and save it anew.</source>
        <translation>Eine Datei angeben, die sie hat, oder ohne das Rezept trainieren und es neu speichern.</translation>
    </message>
    <message>
        <source>Give a file that was saved by an online learner.</source>
        <translation>Eine Datei angeben, die ein Online-Lerner gespeichert hat.</translation>
    </message>
    <message>
        <source>Give a file with the columns of the training data.</source>
        <translation>Eine Datei mit den Spalten der Trainingsdaten angeben.</translation>
    </message>
    <message>
        <source>Give a file with the columns of {name}.</source>
        <translation>Geben Sie eine Datei mit den Spalten von {name} an.</translation>
    </message>
    <message>
        <source>Give a half-life such as 90d, 12h or 5000 rows, or 0 for none.</source>
        <translation>Eine Halbwertszeit wie 90d, 12h oder 5000 rows angeben, oder 0 für keine.</translation>
    </message>
    <message>
        <source>Give a larger tree budget, or fewer new rounds.</source>
        <translation>Ein größeres Baumbudget angeben oder weniger neue Runden.</translation>
    </message>
    <message>
        <source>Give a least value below the most.</source>
        <translation>Einen kleinsten Wert unter dem größten angeben.</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Einen Namen angeben.</translation>
    </message>
    <message>
        <source>Give a number above 0 or &quot;balanced&quot;.</source>
        <translation>Eine Zahl über 0 oder &quot;balanced&quot; angeben.</translation>
    </message>
    <message>
        <source>Give a number and a unit, such as 30min, 4h, 2d, or 0 for none.</source>
        <translation>Eine Zahl und eine Einheit angeben, etwa 30min, 4h, 2d, oder 0 für keine.</translation>
    </message>
    <message>
        <source>Give a number for each row, or train without weights.</source>
        <translation>Für jede Zeile eine Zahl angeben oder ohne Gewichte trainieren.</translation>
    </message>
    <message>
        <source>Give a number or a text, or leave it out when it is not known.</source>
        <translation>Eine Zahl oder einen Text angeben oder weglassen, wenn nicht bekannt.</translation>
    </message>
    <message>
        <source>Give a number, or leave it out when it is not known.</source>
        <translation>Eine Zahl angeben oder weglassen, wenn sie nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Give a pandas DataFrame, an Arrow table or a float array of rows by columns.</source>
        <translation>Einen DataFrame von pandas, eine Arrow-Tabelle oder ein Zahlenfeld aus Zeilen und Spalten angeben.</translation>
    </message>
    <message>
        <source>Give a row from 0 to {len}.</source>
        <translation>Eine Zeile von 0 bis {len} angeben.</translation>
    </message>
    <message>
        <source>Give a share between 0 and 1, such as 0.5.</source>
        <translation>Einen Anteil zwischen 0 und 1 angeben, etwa 0.5.</translation>
    </message>
    <message>
        <source>Give a share from 0 to 1.</source>
        <translation>Einen Anteil von 0 bis 1 angeben.</translation>
    </message>
    <message>
        <source>Give a table or an array of rows by columns.</source>
        <translation>Eine Tabelle oder ein Feld aus Zeilen und Spalten angeben.</translation>
    </message>
    <message>
        <source>Give a table with rows.</source>
        <translation>Eine Tabelle mit Zeilen angeben.</translation>
    </message>
    <message>
        <source>Give a time or a number of trials.</source>
        <translation>Eine Zeit oder eine Zahl von Versuchen angeben.</translation>
    </message>
    <message>
        <source>Give a total above {first}.</source>
        <translation>Eine Gesamtzahl über {first} angeben.</translation>
    </message>
    <message>
        <source>Give a total above {trees}.</source>
        <translation>Eine Gesamtzahl über {trees} angeben.</translation>
    </message>
    <message>
        <source>Give a value from {bound} to {bound2}.</source>
        <translation>Einen Wert von {bound} bis {bound2} angeben.</translation>
    </message>
    <message>
        <source>Give an hour or more as 12h, 30d or 8w, or 10 MB or more as 500MB or 50GB.</source>
        <translation>Eine Stunde oder mehr angeben als 12h, 30d oder 8w, oder 10 MB oder mehr als 500MB oder 50GB.</translation>
    </message>
    <message>
        <source>Give at least one letter.</source>
        <translation>Mindestens einen Buchstaben angeben.</translation>
    </message>
    <message>
        <source>Give at least some rows a positive weight, or train without weights.</source>
        <translation>Wenigstens einigen Zeilen ein positives Gewicht geben oder ohne Gewichte trainieren.</translation>
    </message>
    <message>
        <source>Give each column a name of its own.</source>
        <translation>Jeder Spalte einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>Give each member a share from 0 to 1.</source>
        <translation>Jedem Mitglied einen Anteil von 0 bis 1 geben.</translation>
    </message>
    <message>
        <source>Give each role a column of its own.</source>
        <translation>Jeder Rolle eine eigene Spalte geben.</translation>
    </message>
    <message>
        <source>Give from=start or from=now.</source>
        <translation>from=start oder from=now angeben.</translation>
    </message>
    <message>
        <source>Give http://HOST:PORT, a database such as sqlite:///FILE, or local.</source>
        <translation>http://HOST:PORT angeben, eine Datenbank wie sqlite:///FILE oder local.</translation>
    </message>
    <message>
        <source>Give it a name in the file, or drop it if it only counts the rows.</source>
        <translation>Ihr in der Datei einen Namen geben, oder sie weglassen, wenn sie nur die Zeilen zählt.</translation>
    </message>
    <message>
        <source>Give it as a number; a code that only looks like one as a text such as &apos;setup 3&apos;.</source>
        <translation>Ihn als Zahl angeben; einen Code, der nur wie eine aussieht, als Text wie &apos;setup 3&apos;.</translation>
    </message>
    <message>
        <source>Give it at least {ceil} s, or fewer rows.</source>
        <translation>Mindestens {ceil} s geben oder weniger Zeilen.</translation>
    </message>
    <message>
        <source>Give it in rows, such as 5000 rows, or name the time column.</source>
        <translation>Sie in Zeilen angeben, etwa 5000 rows, oder die Zeitspalte nennen.</translation>
    </message>
    <message>
        <source>Give its 64 hexadecimal letters.</source>
        <translation>Seine 64 hexadezimalen Zeichen angeben.</translation>
    </message>
    <message>
        <source>Give more letters of the id.</source>
        <translation>Mehr Zeichen der Kennung angeben.</translation>
    </message>
    <message>
        <source>Give more recent rows of both outcomes.</source>
        <translation>Mehr neue Zeilen beider Ausgänge angeben.</translation>
    </message>
    <message>
        <source>Give numbers, or leave the value out where it is not known.</source>
        <translation>Zahlen angeben oder den Wert weglassen, wo er nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Give numbers; for a label 1 (win) and 0 (loss).</source>
        <translation>Zahlen angeben; für ein Label 1 (Gewinn) und 0 (Verlust).</translation>
    </message>
    <message>
        <source>Give one label and one weight a row.</source>
        <translation>Je Zeile ein Label und ein Gewicht angeben.</translation>
    </message>
    <message>
        <source>Give one label for each row.</source>
        <translation>Für jede Zeile ein Label angeben.</translation>
    </message>
    <message>
        <source>Give one of {kinds}.</source>
        <translation>Eines von {kinds} angeben.</translation>
    </message>
    <message>
        <source>Give one of {names}; /500: for how many labels; !: propose a retraining.</source>
        <translation>Wählbar: {names}; /500: für wie viele Labels; !: neues Training vorschlagen.</translation>
    </message>
    <message>
        <source>Give one of {ssl_modes}.</source>
        <translation>Wählbar: {ssl_modes}.</translation>
    </message>
    <message>
        <source>Give one weight for each row.</source>
        <translation>Für jede Zeile ein Gewicht angeben.</translation>
    </message>
    <message>
        <source>Give rows of both outcomes, or a longer time range.</source>
        <translation>Zeilen beider Ausgänge angeben oder einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>Give rows=N at least four times it.</source>
        <translation>rows=N mindestens viermal so groß angeben.</translation>
    </message>
    <message>
        <source>Give some weights as locked only.</source>
        <translation>Einige Gewichte nur als gesperrt angeben.</translation>
    </message>
    <message>
        <source>Give the address of one model that was pushed from here.</source>
        <translation>Die Adresse eines Modells angeben, das von hier kam.</translation>
    </message>
    <message>
        <source>Give the address that has their outcomes.</source>
        <translation>Die Adresse angeben, die ihre Ausgänge hat.</translation>
    </message>
    <message>
        <source>Give the column as numbers, as in the training data.</source>
        <translation>Die Spalte als Zahlen angeben, wie in den Trainingsdaten.</translation>
    </message>
    <message>
        <source>Give the columns of the training data in the same order, or a table with their names.</source>
        <translation>Die Spalten der Trainingsdaten in derselben Folge angeben oder eine Tabelle mit ihren Namen.</translation>
    </message>
    <message>
        <source>Give the columns of the training rows.</source>
        <translation>Die Spalten der Trainingszeilen angeben.</translation>
    </message>
    <message>
        <source>Give the columns that the model was trained on, drop the others, or start without a parent.</source>
        <translation>Die Spalten angeben, auf denen das Modell trainiert wurde, die anderen weglassen oder ohne Ausgangsmodell beginnen.</translation>
    </message>
    <message>
        <source>Give the columns that the model was trained on.</source>
        <translation>Die Spalten angeben, auf denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Give the journal of a monitor that has run.</source>
        <translation>Das Journal eines Monitors angeben, der gelaufen ist.</translation>
    </message>
    <message>
        <source>Give the names of columns to keep as the file spells them.</source>
        <translation>Die Namen der zu behaltenden Spalten so angeben, wie die Datei sie schreibt.</translation>
    </message>
    <message>
        <source>Give the new one another id.</source>
        <translation>Dem neuen eine andere Kennung geben.</translation>
    </message>
    <message>
        <source>Give the path of a model file, or the id of a run and its workspace.</source>
        <translation>Den Pfad einer Modelldatei angeben oder die Kennung eines Laufs und seinen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Give the path of a model that was trained here, or of a bundle.</source>
        <translation>Den Pfad eines hier trainierten Modells oder eines Pakets angeben.</translation>
    </message>
    <message>
        <source>Give the same columns in the same order, or rows with names.</source>
        <translation>Dieselben Spalten in derselben Folge angeben oder Zeilen mit Namen.</translation>
    </message>
    <message>
        <source>Give the scores another name.</source>
        <translation>Den Scores einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Give the text it stands for.</source>
        <translation>Den Text angeben, für den sie steht.</translation>
    </message>
    <message>
        <source>Give the texts they stand for.</source>
        <translation>Die Texte angeben, für die sie stehen.</translation>
    </message>
    <message>
        <source>Give weights of 0 or more; map realized R to |R| first.</source>
        <translation>Gewichte von 0 oder mehr angeben; realisiertes R zuerst auf |R| abbilden.</translation>
    </message>
    <message>
        <source>Give {grid_least} to {most_labels} labels, or 0 for none.</source>
        <translation>{grid_least} bis {most_labels} Labels angeben, oder 0 für keine.</translation>
    </message>
    <message>
        <source>Give {low} to {high}.</source>
        <translation>{low} bis {high} angeben.</translation>
    </message>
    <message>
        <source>Give {name}= the path of a PEM file that you may read.</source>
        <translation>{name}= den Pfad einer lesbaren PEM-Datei geben.</translation>
    </message>
    <message>
        <source>Give {name}=N from {low} to {high}. {meaning}</source>
        <translation>{name}=N von {low} bis {high} angeben. {meaning}</translation>
    </message>
    <message>
        <source>Given Weights</source>
        <translation>Gegebene Gewichte</translation>
    </message>
    <message>
        <source>Gone without a word {span} ago: it was killed, or its machine.</source>
        <translation>Vor {span} wortlos verschwunden: er wurde abgeschossen, oder sein Rechner.</translation>
    </message>
    <message>
        <source>Gone without a word {span} ago: it was killed, or its machine. It is seen here as soon as it is started again.</source>
        <translation>Vor {span} wortlos verschwunden: er wurde abgeschossen, oder sein Rechner. Hier ist er zu sehen, sobald er wieder startet.</translation>
    </message>
    <message>
        <source>If it was known, check the label; else drop the column.</source>
        <translation>War es bekannt, das Label prüfen; sonst die Spalte weglassen.</translation>
    </message>
    <message>
        <source>Import files that this program exported (*.apbundle).</source>
        <translation>Dateien importieren, die dieses Programm exportiert hat (*.apbundle).</translation>
    </message>
    <message>
        <source>Importance: fit</source>
        <translation>Bedeutung: Training</translation>
    </message>
    <message>
        <source>Imported from </source>
        <translation>Importiert aus </translation>
    </message>
    <message>
        <source>In Excel, save the sheet as CSV (comma delimited) and open that.</source>
        <translation>In Excel das Blatt als CSV (durch Kommas getrennt) speichern und diese Datei öffnen.</translation>
    </message>
    <message>
        <source>In Excel, save the sheet as CSV.</source>
        <translation>In Excel das Blatt als CSV speichern.</translation>
    </message>
    <message>
        <source>In MLflow as models:/{register}/{version}</source>
        <translation>In MLflow als models:/{register}/{version}</translation>
    </message>
    <message>
        <source>In MLflow as runs:/{run_id}/model</source>
        <translation>In MLflow als runs:/{run_id}/model</translation>
    </message>
    <message>
        <source>In R: {value} a signal is more than luck (deflated Sharpe ratio {deflated}).</source>
        <translation>In R: {value} je Signal ist mehr als Glück (bereinigte Sharpe-Ratio {deflated}).</translation>
    </message>
    <message>
        <source>In R: {value} a signal is no better than luck (deflated Sharpe ratio {deflated}).</source>
        <translation>In R: {value} je Signal ist nicht besser als Glück (bereinigte Sharpe-Ratio {deflated}).</translation>
    </message>
    <message>
        <source>Install it with: uv sync --extra {extra} (or pip install &quot;alphapulse-workbench[{extra2}]&quot;).</source>
        <translation>Installieren mit: uv sync --extra {extra} (oder pip install &quot;alphapulse-workbench[{extra2}]&quot;).</translation>
    </message>
    <message>
        <source>Install the extra `mlflow`.</source>
        <translation>Das Extra `mlflow` installieren.</translation>
    </message>
    <message>
        <source>Install the extra `onnx`, or export without ONNX.</source>
        <translation>Das Extra `onnx` installieren oder ohne ONNX exportieren.</translation>
    </message>
    <message>
        <source>Install the missing libraries, then open it again.</source>
        <translation>Die fehlenden Bibliotheken installieren und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>Install {kind}, then open it again.</source>
        <translation>{kind} installieren und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>It answers, but none of its newest rows can be read.</source>
        <translation>Es antwortet, aber keine der neuesten Zeilen ist lesbar.</translation>
    </message>
    <message>
        <source>It answers; there is nothing to read yet.</source>
        <translation>Es antwortet; noch gibt es nichts zu lesen.</translation>
    </message>
    <message>
        <source>It belongs to no member.</source>
        <translation>Es gehört zu keinem Mitglied.</translation>
    </message>
    <message>
        <source>It cannot be reached: {away}.</source>
        <translation>Nicht erreichbar: {away}.</translation>
    </message>
    <message>
        <source>It cannot be read ({strerror}).</source>
        <translation>Es lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Es änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>It does not list its files.</source>
        <translation>Es führt seine Dateien nicht auf.</translation>
    </message>
    <message>
        <source>It has a data descriptor.</source>
        <translation>Es hat einen nachgestellten Kopf (data descriptor).</translation>
    </message>
    <message>
        <source>It has no features, or too many.</source>
        <translation>Es hat keine Merkmale oder zu viele.</translation>
    </message>
    <message>
        <source>It has {here}.</source>
        <translation>Es gibt {here}.</translation>
    </message>
    <message>
        <source>It holds an entry twice.</source>
        <translation>Es enthält einen Eintrag zweimal.</translation>
    </message>
    <message>
        <source>It holds an entry whose name or kind does not belong in a bundle.</source>
        <translation>Es enthält einen Eintrag, dessen Name oder Art nicht in ein Paket gehört.</translation>
    </message>
    <message>
        <source>It holds bytes that belong to no entry.</source>
        <translation>Es enthält Bytes, die zu keinem Eintrag gehören.</translation>
    </message>
    <message>
        <source>It holds no JSON object.</source>
        <translation>Es enthält kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It holds {reason}.</source>
        <translation>Es enthält {reason}.</translation>
    </message>
    <message>
        <source>It holds {type}, which is no number, text or time; left out.</source>
        <translation>Es enthält {type}, weder Zahl noch Text noch Zeit; weggelassen.</translation>
    </message>
    <message>
        <source>It is a folder, a link or a device, not a file.</source>
        <translation>Es ist ein Ordner, eine Verknüpfung oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>It is a model of {kind}, not a bundle: {unprovable}</source>
        <translation>Es ist ein Modell von {kind}, kein Paket: {unprovable}</translation>
    </message>
    <message>
        <source>It is a symbolic link.</source>
        <translation>Es ist eine symbolische Verknüpfung.</translation>
    </message>
    <message>
        <source>It is a time beside the signal&apos;s own.</source>
        <translation>Sie ist eine Zeit neben der des Signals.</translation>
    </message>
    <message>
        <source>It is compact already.</source>
        <translation>Es ist schon kompakt.</translation>
    </message>
    <message>
        <source>It is compressed.</source>
        <translation>Es ist gepackt.</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Es ist verschlüsselt.</translation>
    </message>
    <message>
        <source>It is larger than 1 GiB.</source>
        <translation>Es ist größer als 1 GiB.</translation>
    </message>
    <message>
        <source>It is larger than {limit} MiB.</source>
        <translation>Es ist größer als {limit} MiB.</translation>
    </message>
    <message>
        <source>It is listed but missing.</source>
        <translation>Es ist aufgeführt, fehlt aber.</translation>
    </message>
    <message>
        <source>It is neither a bundle nor a model of XGBoost, LightGBM or CatBoost.</source>
        <translation>Es ist weder ein Paket noch ein Modell von XGBoost, LightGBM oder CatBoost.</translation>
    </message>
    <message>
        <source>It is no bundle.</source>
        <translation>Es ist kein Paket.</translation>
    </message>
    <message>
        <source>It is no ordinary table: write it again if you trust it.</source>
        <translation>Das ist keine gewöhnliche Tabelle: neu schreiben, wenn man ihr traut.</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>Es ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>It is not known which rows {name} was trained on; if it was on these, its scores here are too good.</source>
        <translation>Es ist nicht bekannt, auf welchen Zeilen {name} trainiert wurde; waren es diese, sind seine Scores hier zu gut.</translation>
    </message>
    <message>
        <source>It is not listed in the manifest.</source>
        <translation>Es steht nicht im Manifest.</translation>
    </message>
    <message>
        <source>It is not said how leaves are to be rounded.</source>
        <translation>Es ist nicht gesagt, wie die Blätter gerundet werden.</translation>
    </message>
    <message>
        <source>It is not said what to make best.</source>
        <translation>Es ist nicht gesagt, was am besten werden soll.</translation>
    </message>
    <message>
        <source>It is not signed by a key on your list.</source>
        <translation>Es ist nicht mit einem Schlüssel der eigenen Liste signiert.</translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation>Es ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>It lacks a field that must be there, or holds one of the wrong kind.</source>
        <translation>Es fehlt ein nötiges Feld, oder eines ist von falscher Art.</translation>
    </message>
    <message>
        <source>It lacks an entry that every bundle has.</source>
        <translation>Es fehlt ein Eintrag, den jedes Paket hat.</translation>
    </message>
    <message>
        <source>It may be a log-in or error page: download the file again, or export it as CSV.</source>
        <translation>Es ist vielleicht eine Anmelde- oder Fehlerseite: die Datei noch einmal herunterladen oder als CSV exportieren.</translation>
    </message>
    <message>
        <source>It names a library that this program does not know.</source>
        <translation>Es nennt eine Bibliothek, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>It names no members.</source>
        <translation>Es nennt keine Mitglieder.</translation>
    </message>
    <message>
        <source>It only counts or names the rows.</source>
        <translation>Sie zählt oder benennt nur die Zeilen.</translation>
    </message>
    <message>
        <source>It opened in a separate process, but a library&apos;s own file carries neither hashes nor canary rows, so nothing shows whether it was changed on its way.</source>
        <translation>Es öffnete sich in einem eigenen Prozess, aber die eigene Datei einer Bibliothek hat weder Prüfsummen noch Prüfzeilen, also zeigt nichts, ob sie unterwegs geändert wurde.</translation>
    </message>
    <message>
        <source>It says which rows somebody trained and tested on.</source>
        <translation>Sie sagt, auf welchen Zeilen jemand trainiert und getestet hat.</translation>
    </message>
    <message>
        <source>It states two sizes.</source>
        <translation>Es nennt zwei Größen.</translation>
    </message>
    <message>
        <source>It teaches a model nothing.</source>
        <translation>Ein Modell lernt nichts davon.</translation>
    </message>
    <message>
        <source>It was written in a format that this program does not know.</source>
        <translation>Es wurde in einem Format geschrieben, das dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es geht.</translation>
    </message>
    <message>
        <source>Its ONNX graph (opset {opset}): not tried here: {words}; at export it differed from the models by {largest_difference} at most over {rows} rows.</source>
        <translation>Der ONNX-Graph (opset {opset}): hier nicht versucht: {words}; beim Export wich er von den Modellen um höchstens {largest_difference} auf {rows} Zeilen ab.</translation>
    </message>
    <message>
        <source>Its ONNX graph (opset {opset}): {rows} canary rows reproduced; at export it differed from the models by {largest_difference} at most over {rows2} rows.</source>
        <translation>Der ONNX-Graph (opset {opset}): {rows} Prüfzeilen stimmen; beim Export wich er von den Modellen um höchstens {largest_difference} auf {rows2} Zeilen ab.</translation>
    </message>
    <message>
        <source>Its ONNX graph does not belong to its members.</source>
        <translation>Der ONNX-Graph gehört nicht zu den Mitgliedern.</translation>
    </message>
    <message>
        <source>Its cells are written for people ({formatted}); they were read as numbers without signs and grouping.</source>
        <translation>Die Zellen sind für Menschen geschrieben ({formatted}); sie wurden als Zahlen ohne Zeichen und Gruppen gelesen.</translation>
    </message>
    <message>
        <source>Its compact form cannot be put back into its library&apos;s format: scores would differ by {apart}.</source>
        <translation>Die kompakte Form lässt sich nicht ins Format der Bibliothek zurückbringen: Scores wichen um {apart} ab.</translation>
    </message>
    <message>
        <source>Its contents do not match the hash in the manifest.</source>
        <translation>Sein Inhalt passt nicht zur Prüfsumme im Manifest.</translation>
    </message>
    <message>
        <source>Its dates were read as {value}: only so are the rows in order of time.</source>
        <translation>Die Datumsangaben wurden als {value} gelesen: nur so stehen die Zeilen in zeitlicher Folge.</translation>
    </message>
    <message>
        <source>Its feature list is not the model&apos;s.</source>
        <translation>Die Liste der Merkmale ist nicht die des Modells.</translation>
    </message>
    <message>
        <source>Its first line must be format = &quot;alphapulse-recipe/1&quot;.</source>
        <translation>Ihre erste Zeile muss format = &quot;alphapulse-recipe/1&quot; sein.</translation>
    </message>
    <message>
        <source>Its name is not a file name.</source>
        <translation>Der Name ist kein Dateiname.</translation>
    </message>
    <message>
        <source>Its numbers are no dates of 1980 to 2100.</source>
        <translation>Die Zahlen sind keine Datumsangaben von 1980 bis 2100.</translation>
    </message>
    <message>
        <source>Its numbers were read as dates written {calendar}, in UTC.</source>
        <translation>Die Zahlen wurden als Datumsangaben der Form {calendar} gelesen, in UTC.</translation>
    </message>
    <message>
        <source>Its numbers were read as {words} since 1970 UTC, by their size.</source>
        <translation>Die Zahlen wurden nach ihrer Größe als {words} seit 1970 UTC gelesen.</translation>
    </message>
    <message>
        <source>Its scores are too good: it was tested on rows that it had seen.</source>
        <translation>Seine Scores sind zu gut: es wurde an Zeilen getestet, die es gesehen hatte.</translation>
    </message>
    <message>
        <source>Its sections are {sections}.</source>
        <translation>Seine Abschnitte sind {sections}.</translation>
    </message>
    <message>
        <source>Its sign contradicts the label in {against} of the rows.</source>
        <translation>Das Vorzeichen widerspricht dem Label in {against} der Zeilen.</translation>
    </message>
    <message>
        <source>Its size is not the one in the manifest.</source>
        <translation>Seine Größe ist nicht die aus dem Manifest.</translation>
    </message>
    <message>
        <source>Its times name no zone; they were taken as UTC.</source>
        <translation>Die Zeiten nennen keine Zone; sie gelten als UTC.</translation>
    </message>
    <message>
        <source>Its values differ only beyond the seven digits that models see.</source>
        <translation>Die Werte unterscheiden sich erst nach den sieben Stellen, die Modelle sehen.</translation>
    </message>
    <message>
        <source>Its {nunique} different texts name single rows rather than groups.</source>
        <translation>Ihre {nunique} verschiedenen Texte benennen eher einzelne Zeilen als Gruppen.</translation>
    </message>
    <message>
        <source>Keep at least one: the trials were chosen by their own scores.</source>
        <translation>Mindestens einen behalten: die Versuche wurden nach ihren eigenen Scores gewählt.</translation>
    </message>
    <message>
        <source>Keeping the runs</source>
        <translation>Die Läufe werden behalten</translation>
    </message>
    <message>
        <source>Labels cannot be made up beside signals from elsewhere.</source>
        <translation>Labels lassen sich nicht zu Signalen von anderswo erfinden.</translation>
    </message>
    <message>
        <source>Labels learnt, every</source>
        <translation>Gelernte Labels, alle</translation>
    </message>
    <message>
        <source>Labels learnt, every {limit_words}</source>
        <translation>Gelernte Labels, alle {limit_words}</translation>
    </message>
    <message>
        <source>Labels were learnt at once; live they arrive later, and the score is lower.</source>
        <translation>Labels wurden sofort gelernt; im Betrieb kommen sie später, und der Score ist niedriger.</translation>
    </message>
    <message>
        <source>Labels: {there} Of the newest {rows} rows {many} are labels.</source>
        <translation>Labels: {there} Von den neuesten {rows} Zeilen sind {many} Labels.</translation>
    </message>
    <message>
        <source>Labels: {there} There is none yet.</source>
        <translation>Labels: {there} Noch gibt es keines.</translation>
    </message>
    <message>
        <source>Latency p99 above</source>
        <translation>Latenz p99 über</translation>
    </message>
    <message>
        <source>Latency p99 above {limit_words}</source>
        <translation>Latenz p99 über {limit_words}</translation>
    </message>
    <message>
        <source>Leak meter: {value}</source>
        <translation>Leckmesser: {value}</translation>
    </message>
    <message>
        <source>Leave at least one group for training and one for testing.</source>
        <translation>Mindestens eine Gruppe zum Trainieren und eine zum Testen lassen.</translation>
    </message>
    <message>
        <source>Leave it out of the features.</source>
        <translation>Es aus den Merkmalen weglassen.</translation>
    </message>
    <message>
        <source>Leave out columns that are no features.</source>
        <translation>Spalten weglassen, die keine Merkmale sind.</translation>
    </message>
    <message>
        <source>Leave the column out, or turn it into numbers such as the hour of the day.</source>
        <translation>Die Spalte weglassen oder in Zahlen verwandeln, etwa die Stunde des Tages.</translation>
    </message>
    <message>
        <source>Leave the share of old trees at 1.</source>
        <translation>Den Anteil alter Bäume bei 1 lassen.</translation>
    </message>
    <message>
        <source>Leave those rows out, or train without weighting by realized R.</source>
        <translation>Diese Zeilen weglassen oder ohne Gewichtung nach realisiertem R trainieren.</translation>
    </message>
    <message>
        <source>Leave {name} out of the extra parameters and give {owned}.</source>
        <translation>{name} aus den weiteren Parametern weglassen und {owned} angeben.</translation>
    </message>
    <message>
        <source>Let the monitor run a little longer, or use `online`.</source>
        <translation>Den Monitor etwas länger laufen lassen oder `online` verwenden.</translation>
    </message>
    <message>
        <source>Line {foreign} is not UTF-8; the text was read as Windows-1252.</source>
        <translation>Zeile {foreign} ist kein UTF-8; der Text wurde als Windows-1252 gelesen.</translation>
    </message>
    <message>
        <source>Line {line} holds a zero byte: the file is damaged or no text.</source>
        <translation>Zeile {line} enthält ein Nullbyte: die Datei ist beschädigt oder kein Text.</translation>
    </message>
    <message>
        <source>Line {line} is longer than {longest_row} MiB.</source>
        <translation>Zeile {line} ist länger als {longest_row} MiB.</translation>
    </message>
    <message>
        <source>Lines skipped above the header: {above}.</source>
        <translation>Über dem Kopf übersprungene Zeilen: {above}.</translation>
    </message>
    <message>
        <source>Loading {title}</source>
        <translation>{title} wird geladen</translation>
    </message>
    <message>
        <source>Lock a share from 0 to 1.</source>
        <translation>Einen Anteil von 0 bis 1 sperren.</translation>
    </message>
    <message>
        <source>Lock less than 1 in all and leave a member free, or all members at a sum of 1.</source>
        <translation>Insgesamt weniger als 1 sperren und ein Mitglied frei lassen, oder alle Mitglieder mit der Summe 1.</translation>
    </message>
    <message>
        <source>Log loss above</source>
        <translation>Log-Loss über</translation>
    </message>
    <message>
        <source>Log loss above {limit_words} for {labels} labels</source>
        <translation>Log-Loss über {limit_words}, {labels} Labels lang</translation>
    </message>
    <message>
        <source>Look at average precision rather than accuracy.</source>
        <translation>Auf die mittlere Präzision statt auf die Genauigkeit sehen.</translation>
    </message>
    <message>
        <source>Look at its spelling and its kind of value, or leave it out.</source>
        <translation>Schreibweise und Art des Werts prüfen oder ihn weglassen.</translation>
    </message>
    <message>
        <source>Look at its spelling in the manual of {title}, or leave it out.</source>
        <translation>Die Schreibweise im Handbuch von {title} nachsehen oder ihn weglassen.</translation>
    </message>
    <message>
        <source>Look for a division by zero where the column is computed.</source>
        <translation>Dort, wo die Spalte berechnet wird, nach einer Division durch null suchen.</translation>
    </message>
    <message>
        <source>Look up the name in MLflow.</source>
        <translation>Den Namen in MLflow nachsehen.</translation>
    </message>
    <message>
        <source>Look whether their outcomes were lost on the way into the file.</source>
        <translation>Sehen Sie nach, ob ihre Ergebnisse auf dem Weg in die Datei verloren gingen.</translation>
    </message>
    <message>
        <source>Looking at {words}</source>
        <translation>{words} wird angesehen</translation>
    </message>
    <message>
        <source>MLflow at {target} cannot be written to ({reason}).</source>
        <translation>In MLflow unter {target} lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>MLflow at {target} cannot be written to ({reason}). 1 run waits in the workspace and goes with the next delivery.</source>
        <translation>In MLflow unter {target} lässt sich nicht schreiben ({reason}). 1 Lauf wartet im Arbeitsbereich und geht mit der nächsten Lieferung.</translation>
    </message>
    <message>
        <source>MLflow at {target} cannot be written to ({reason}). {left} runs wait in the workspace and go with the next delivery.</source>
        <translation>In MLflow unter {target} lässt sich nicht schreiben ({reason}). {left} Läufe warten im Arbeitsbereich und gehen mit der nächsten Lieferung.</translation>
    </message>
    <message>
        <source>MLflow has no {uri}.</source>
        <translation>MLflow hat kein {uri}.</translation>
    </message>
    <message>
        <source>MLflow is in step.</source>
        <translation>MLflow ist auf dem Stand.</translation>
    </message>
    <message>
        <source>MLflow is not installed.</source>
        <translation>MLflow ist nicht installiert.</translation>
    </message>
    <message>
        <source>Made up: signals at full speed, {drift} half way through each {rows}, a label {delay} signals later on average.</source>
        <translation>Erfunden: Signale so schnell wie möglich, {drift} nach der Hälfte von je {rows}, ein Label im Mittel {delay} Signale später.</translation>
    </message>
    <message>
        <source>Made up: {rate} signals a second, {drift} half way through each {rows}, a label {delay} signals later on average.</source>
        <translation>Erfunden: {rate} Signale je Sekunde, {drift} nach der Hälfte von je {rows}, ein Label im Mittel {delay} Signale später.</translation>
    </message>
    <message>
        <source>May be luck</source>
        <translation>Vielleicht Glück</translation>
    </message>
    <message>
        <source>Mean R below</source>
        <translation>Mittleres R unter</translation>
    </message>
    <message>
        <source>Mean R below {limit_words}</source>
        <translation>Mittleres R unter {limit_words}</translation>
    </message>
    <message>
        <source>Measuring what the compact form costs</source>
        <translation>Gemessen wird, was die kompakte Form kostet</translation>
    </message>
    <message>
        <source>Mend the line that is named.</source>
        <translation>Die genannte Zeile richtigstellen.</translation>
    </message>
    <message>
        <source>Models can use it, but check why.</source>
        <translation>Modelle können es nutzen, aber prüfen, warum.</translation>
    </message>
    <message>
        <source>Models tell them apart; rename them if people do not.</source>
        <translation>Modelle unterscheiden sie; umbenennen, wenn Menschen es nicht tun.</translation>
    </message>
    <message>
        <source>More than luck</source>
        <translation>Mehr als Glück</translation>
    </message>
    <message>
        <source>Most Leaves</source>
        <translation>Meiste Blätter</translation>
    </message>
    <message>
        <source>Most labels now take longer than {span}: how long they take is learnt anew, and drift is not watched meanwhile.</source>
        <translation>Die meisten Labels brauchen jetzt länger als {span}: ihre Dauer wird neu gelernt, und Drift ist so lange unbeobachtet.</translation>
    </message>
    <message>
        <source>Most of its cells are no times, such as {str}.</source>
        <translation>Die meisten Zellen sind keine Zeiten, etwa {str}.</translation>
    </message>
    <message>
        <source>Move workspace.sqlite (with its -wal and -shm files) away; opening the workspace again finds the models in their folders.</source>
        <translation>workspace.sqlite (mit ihren Dateien -wal und -shm) beiseitelegen; beim nächsten Öffnen finden sich die Modelle in ihren Ordnern.</translation>
    </message>
    <message>
        <source>Name a compact form too, fp16 or int8; as trained, a model is native already.</source>
        <translation>Auch eine kompakte Form nennen, fp16 oder int8; wie trainiert ist ein Modell schon nativ.</translation>
    </message>
    <message>
        <source>Name each member once.</source>
        <translation>Jedes Mitglied einmal nennen.</translation>
    </message>
    <message>
        <source>Name it with its schema: table=public.signals.</source>
        <translation>Sie mit ihrem Schema nennen: table=public.signals.</translation>
    </message>
    <message>
        <source>Name its columns: id=, label=, label_time=, rr=.</source>
        <translation>Die Spalten nennen: id=, label=, label_time=, rr=.</translation>
    </message>
    <message>
        <source>Name its columns: id=, time=, label=, label_time=, rr=.</source>
        <translation>Die Spalten nennen: id=, time=, label=, label_time=, rr=.</translation>
    </message>
    <message>
        <source>Name one of these.</source>
        <translation>Eine davon nennen.</translation>
    </message>
    <message>
        <source>Name the column of realized R, or choose log loss or AUC.</source>
        <translation>Die Spalte des realisierten R nennen oder Log-Loss oder AUC wählen.</translation>
    </message>
    <message>
        <source>Name the column of realized R, or leave the aim to the method.</source>
        <translation>Die Spalte des realisierten R nennen oder das Ziel dem Verfahren überlassen.</translation>
    </message>
    <message>
        <source>Name the column with the realized R, or train without weights.</source>
        <translation>Die Spalte mit dem realisierten R nennen oder ohne Gewichte trainieren.</translation>
    </message>
    <message>
        <source>Name the column with the realized R, or tune by AUC or log loss.</source>
        <translation>Die Spalte mit dem realisierten R nennen oder nach AUC oder Log-Loss abstimmen.</translation>
    </message>
    <message>
        <source>Name the time column, or set the embargo to 0.</source>
        <translation>Die Zeitspalte nennen oder das Embargo auf 0 setzen.</translation>
    </message>
    <message>
        <source>Names that differ only in capitals: {alike}.</source>
        <translation>Namen, die sich nur in der Großschreibung unterscheiden: {alike}.</translation>
    </message>
    <message>
        <source>No better than luck</source>
        <translation>Nicht besser als Glück</translation>
    </message>
    <message>
        <source>No block is kept for the score.</source>
        <translation>Kein Block bleibt für den Score.</translation>
    </message>
    <message>
        <source>No champion</source>
        <translation>Kein Champion</translation>
    </message>
    <message>
        <source>No champion: the score is the online model&apos;s alone.</source>
        <translation>Kein Champion: der Score ist der des Online-Modells allein.</translation>
    </message>
    <message>
        <source>No clear skill in accuracy ({value} against {best} by repeating the last label); its log loss is better than the base rate&apos;s.</source>
        <translation>Kein klares Können in der Genauigkeit ({value} gegen {best} beim Wiederholen des letzten Labels); der Log-Loss ist besser als der der Grundrate.</translation>
    </message>
    <message>
        <source>No clear skill in accuracy ({value} against {best} by repeating the last label); its log loss is no better than the base rate&apos;s.</source>
        <translation>Kein klares Können in der Genauigkeit ({value} gegen {best} beim Wiederholen des letzten Labels); der Log-Loss ist nicht besser als der der Grundrate.</translation>
    </message>
    <message>
        <source>No clear skill in accuracy ({value} against {best} by the more frequent class); its log loss is better than the base rate&apos;s.</source>
        <translation>Kein klares Können in der Genauigkeit ({value} gegen {best} der häufigeren Klasse); der Log-Loss ist besser als der der Grundrate.</translation>
    </message>
    <message>
        <source>No clear skill in accuracy ({value} against {best} by the more frequent class); its log loss is no better than the base rate&apos;s.</source>
        <translation>Kein klares Können in der Genauigkeit ({value} gegen {best} der häufigeren Klasse); der Log-Loss ist nicht besser als der der Grundrate.</translation>
    </message>
    <message>
        <source>No column holds a win or loss.</source>
        <translation>Keine Spalte enthält Gewinn oder Verlust.</translation>
    </message>
    <message>
        <source>No column holds the signal&apos;s time: rows are taken in file order.</source>
        <translation>Keine Spalte enthält die Zeit des Signals: die Zeilen gelten in der Folge der Datei.</translation>
    </message>
    <message>
        <source>No column is left as a feature.</source>
        <translation>Keine Spalte bleibt als Merkmal.</translation>
    </message>
    <message>
        <source>No column is named as a label; {label} was taken because it holds wins and losses.</source>
        <translation>Keine Spalte heißt wie ein Label; {label} wurde genommen, weil sie Gewinne und Verluste enthält.</translation>
    </message>
    <message>
        <source>No column stands out; the strongest is kept, since a model needs one.</source>
        <translation>Keine Spalte ragt heraus; die stärkste bleibt, denn ein Modell braucht eine.</translation>
    </message>
    <message>
        <source>No column tells when each outcome was known: only the order of rows keeps training from the test.</source>
        <translation>Keine Spalte sagt, wann jeder Ausgang bekannt war: nur die Folge der Zeilen trennt Training und Test.</translation>
    </message>
    <message>
        <source>No ensemble has been created yet.</source>
        <translation>Noch wurde kein Ensemble gebaut.</translation>
    </message>
    <message>
        <source>No evidence of gain over {over}: {what} {value} ({low} to {high}).</source>
        <translation>Kein Beleg für einen Vorteil, verglichen mit: {over}: {what} {value} ({low} bis {high}).</translation>
    </message>
    <message>
        <source>No evidence of gain over {over}: {what} {value} ({value2} to {value3}; less is better).</source>
        <translation>Kein Beleg für einen Vorteil, verglichen mit: {over}: {what} {value} ({value2} bis {value3}; weniger ist besser).</translation>
    </message>
    <message>
        <source>No evidence that {a} is better than {b}: {what} {value} ({low} to {high}), probability {better}.</source>
        <translation>Kein Beleg, dass {a} besser ist als {b}: {what} {value} ({low} bis {high}), Wahrscheinlichkeit {better}.</translation>
    </message>
    <message>
        <source>No leak seen: the ways of splitting differ by no more than chance.</source>
        <translation>Kein Leck zu sehen: die Arten zu teilen unterscheiden sich nicht mehr als durch Zufall.</translation>
    </message>
    <message>
        <source>No model was chosen.</source>
        <translation>Kein Modell wurde gewählt.</translation>
    </message>
    <message>
        <source>No monitor runs in this workspace.</source>
        <translation>In diesem Arbeitsbereich läuft kein Monitor.</translation>
    </message>
    <message>
        <source>No predictions were kept with {lacking}.</source>
        <translation>Keine Vorhersagen wurden behalten bei {lacking}.</translation>
    </message>
    <message>
        <source>No safe connection comes about ({scrub}).</source>
        <translation>Keine sichere Verbindung kommt zustande ({scrub}).</translation>
    </message>
    <message>
        <source>No safe connection comes about ({words}).</source>
        <translation>Keine sichere Verbindung kommt zustande ({words}).</translation>
    </message>
    <message>
        <source>No search is kept yet.</source>
        <translation>Noch keine Suche ist aufbewahrt.</translation>
    </message>
    <message>
        <source>No signal has a known outcome.</source>
        <translation>Kein Signal hat einen bekannten Ausgang.</translation>
    </message>
    <message>
        <source>No skill in accuracy: repeating the last label is right {best} of the time, the score {value}.</source>
        <translation>Kein Können in der Genauigkeit: Wiederholen des letzten Labels ist in {best} der Fälle richtig, der Score in {value}.</translation>
    </message>
    <message>
        <source>No skill in accuracy: the more frequent class is right {best} of the time, the score {value}.</source>
        <translation>Kein Können in der Genauigkeit: die häufigere Klasse ist in {best} der Fälle richtig, der Score in {value}.</translation>
    </message>
    <message>
        <source>No threshold earned anything after {cost} R of costs on the earlier blocks; {threshold} is kept.</source>
        <translation>Keine Schwelle verdiente nach {cost} R Kosten auf den früheren Blöcken etwas; {threshold} bleibt.</translation>
    </message>
    <message>
        <source>No threshold earned anything on the earlier blocks; {threshold} is kept.</source>
        <translation>Keine Schwelle verdiente auf den früheren Blöcken etwas; {threshold} bleibt.</translation>
    </message>
    <message>
        <source>No trial of {title} could be made: {failure}</source>
        <translation>Kein Versuch von {title} kam zustande: {failure}</translation>
    </message>
    <message>
        <source>No trial of {title} ended in time: trained with its settings as they stood.</source>
        <translation>Kein Versuch von {title} endete rechtzeitig: trainiert mit den Einstellungen, wie sie standen.</translation>
    </message>
    <message>
        <source>No weights were given, so realized R could not be used.</source>
        <translation>Gewichte wurden nicht angegeben, also ließ sich realisiertes R nicht verwenden.</translation>
    </message>
    <message>
        <source>Nobody vouches for its origin; it was proved in a separate process before use.</source>
        <translation>Niemand bürgt für die Herkunft; vor der Verwendung wurde es in einem eigenen Prozess geprüft.</translation>
    </message>
    <message>
        <source>None of its models can be used. {reasons}</source>
        <translation>Keines seiner Modelle ist verwendbar. {reasons}</translation>
    </message>
    <message>
        <source>None of the three ways can be trained. {refused}</source>
        <translation>Keiner der drei Wege lässt sich trainieren. {refused}</translation>
    </message>
    <message>
        <source>Not running.</source>
        <translation>Läuft nicht.</translation>
    </message>
    <message>
        <source>Not used: {sorted}.</source>
        <translation>Nicht verwendet: {sorted}.</translation>
    </message>
    <message>
        <source>Nothing is left to train on before test block {low} to {high}: every earlier row is purged.</source>
        <translation>Vor dem Testblock {low} bis {high} bleibt nichts zum Trainieren: jede frühere Zeile ist bereinigt.</translation>
    </message>
    <message>
        <source>Null importances: fit</source>
        <translation>Nullbedeutungen: Training</translation>
    </message>
    <message>
        <source>ONNX Runtime refuses the graph.</source>
        <translation>ONNX Runtime weist den Graphen zurück.</translation>
    </message>
    <message>
        <source>ONNX needs packages that are not here: {missing}.</source>
        <translation>ONNX braucht Pakete, die hier fehlen: {missing}.</translation>
    </message>
    <message>
        <source>Of the newest {rows} rows {signals} are signals, {labels} labels, {faults} unreadable.</source>
        <translation>Von den neuesten {rows} Zeilen sind {signals} Signale, {labels} Labels, {faults} unlesbar.</translation>
    </message>
    <message>
        <source>Old labels fade: {effective_window} of {labels} count.</source>
        <translation>Alte Labels verblassen: {effective_window} von {labels} zählen.</translation>
    </message>
    <message>
        <source>On the {label} labels that the champion had not seen: {said}</source>
        <translation>Auf den {label} Labels, die der Champion nicht gesehen hatte: {said}</translation>
    </message>
    <message>
        <source>Only {common} rows are unseen by all members; {name} leaves {counts}.</source>
        <translation>Nur {common} Zeilen hat kein Mitglied gesehen; {name} lässt {counts}.</translation>
    </message>
    <message>
        <source>Only {panel} rows ({wins} wins) are unseen by all members: too few to fit weights.</source>
        <translation>Nur {panel} Zeilen ({wins} Gewinne) hat kein Mitglied gesehen: zu wenige, um Gewichte anzupassen.</translation>
    </message>
    <message>
        <source>Only {rarer} of the outcomes are of the rarer kind.</source>
        <translation>Nur {rarer} der Ausgänge sind von der selteneren Art.</translation>
    </message>
    <message>
        <source>Only {rows} rows come before the first test block: too few to choose columns by.</source>
        <translation>Nur {rows} Zeilen kommen vor dem ersten Testblock: zu wenige, um Spalten danach zu wählen.</translation>
    </message>
    <message>
        <source>Only {wins} wins and {rows} losses: scores will say little.</source>
        <translation>Nur {wins} Gewinne und {rows} Verluste: Scores werden wenig sagen.</translation>
    </message>
    <message>
        <source>Opening it as another machine would</source>
        <translation>Es wird geöffnet, wie ein anderer Rechner es täte</translation>
    </message>
    <message>
        <source>Opening the journal.</source>
        <translation>Das Journal wird geöffnet.</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the model did not end in time.</source>
        <translation>Das Öffnen des Modells kam nicht rechtzeitig zum Ende.</translation>
    </message>
    <message>
        <source>Opening the model killed the process that tried it.</source>
        <translation>Das Öffnen des Modells beendete den Prozess, der es versuchte.</translation>
    </message>
    <message>
        <source>Opening the model would take more than 3 GiB of memory.</source>
        <translation>Das Öffnen des Modells brauchte mehr als 3 GiB Speicher.</translation>
    </message>
    <message>
        <source>Opening the models</source>
        <translation>Die Modelle werden geöffnet</translation>
    </message>
    <message>
        <source>Password for {account}: </source>
        <translation>Passwort für {account}: </translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pause.</translation>
    </message>
    <message>
        <source>Pending labels above</source>
        <translation>Ausstehende Labels über</translation>
    </message>
    <message>
        <source>Pending labels above {limit_words}</source>
        <translation>Ausstehende Labels über {limit_words}</translation>
    </message>
    <message>
        <source>Permutation {done}: column {column} of {width}</source>
        <translation>Permutation {done}: Spalte {column} von {width}</translation>
    </message>
    <message>
        <source>Permutation: fitting block {number} of {folds}</source>
        <translation>Permutation: Block {number} von {folds} wird trainiert</translation>
    </message>
    <message>
        <source>Plain Python offers the linear online model only.</source>
        <translation>Reines Python bietet nur das lineare Online-Modell.</translation>
    </message>
    <message>
        <source>PostgreSQL {version}.{version2}; the hypertable {options} has {names} columns.{costs}</source>
        <translation>PostgreSQL {version}.{version2}; die Hypertabelle {options} hat {names} Spalten.{costs}</translation>
    </message>
    <message>
        <source>PostgreSQL {version}.{version2}; the table {options} has {names} columns.{costs}</source>
        <translation>PostgreSQL {version}.{version2}; die Tabelle {options} hat {names} Spalten.{costs}</translation>
    </message>
    <message>
        <source>Probability of overfitting {overfitting}: how often the best of one half of the time is below the median in the other.</source>
        <translation>Wahrscheinlichkeit der Überanpassung {overfitting}: wie oft der Beste der einen Hälfte der Zeit in der anderen unter dem Median liegt.</translation>
    </message>
    <message>
        <source>Promote a model first.</source>
        <translation>Zuerst ein Modell befördern.</translation>
    </message>
    <message>
        <source>Promote another model or roll back first.</source>
        <translation>Zuerst ein anderes Modell befördern oder den Champion zurücknehmen.</translation>
    </message>
    <message>
        <source>Proving the bundle</source>
        <translation>Das Paket wird geprüft</translation>
    </message>
    <message>
        <source>Putting it into place</source>
        <translation>Es kommt an seinen Platz</translation>
    </message>
    <message>
        <source>Quotes stand in the middle of cells after line {lines}; rows cannot be told apart.</source>
        <translation>Nach Zeile {lines} stehen Anführungszeichen mitten in Zellen; die Zeilen lassen sich nicht trennen.</translation>
    </message>
    <message>
        <source>Random Strength</source>
        <translation>Zufall der Teilungen</translation>
    </message>
    <message>
        <source>Rank correlation of importances between folds {agreement}: the folds agree in part.</source>
        <translation>Rangkorrelation der Bedeutungen zwischen Blöcken {agreement}: die Blöcke sind sich teils einig.</translation>
    </message>
    <message>
        <source>Rank correlation of importances between folds {agreement}: the folds agree on what matters.</source>
        <translation>Rangkorrelation der Bedeutungen zwischen Blöcken {agreement}: die Blöcke sind sich einig, worauf es ankommt.</translation>
    </message>
    <message>
        <source>Rank correlation of importances between folds {agreement}: the folds do not agree: the ranking is mostly luck.</source>
        <translation>Rangkorrelation der Bedeutungen zwischen Blöcken {agreement}: die Blöcke sind sich nicht einig: die Rangfolge ist meist Glück.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Die Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Reading {id}</source>
        <translation>{id} wird gelesen</translation>
    </message>
    <message>
        <source>Realized R is missing or infinite in {named_rows}.</source>
        <translation>Realisiertes R fehlt oder ist unendlich in {named_rows}.</translation>
    </message>
    <message>
        <source>Recent only</source>
        <translation>Nur das Neueste</translation>
    </message>
    <message>
        <source>Redis {version}; the stream {stream} holds {length} entries.</source>
        <translation>Redis {version}; der Stream {stream} enthält {length} Einträge.</translation>
    </message>
    <message>
        <source>Redis {version}; there is no stream {stream} yet.</source>
        <translation>Redis {version}; es gibt noch keinen Stream {stream}.</translation>
    </message>
    <message>
        <source>Rename or drop one of them.</source>
        <translation>Eine davon umbenennen oder weglassen.</translation>
    </message>
    <message>
        <source>Rename or remove all but one of each.</source>
        <translation>Alle bis auf eine davon umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>Replace infinite values by a number or leave them empty.</source>
        <translation>Unendliche Werte durch eine Zahl ersetzen oder leer lassen.</translation>
    </message>
    <message>
        <source>Replace it by a number or leave it out.</source>
        <translation>Durch eine Zahl ersetzen oder weglassen.</translation>
    </message>
    <message>
        <source>Replace them by a number or leave the cell empty.</source>
        <translation>Sie durch eine Zahl ersetzen oder die Zelle leer lassen.</translation>
    </message>
    <message>
        <source>Replay the journal&apos;s events, or use the linear model.</source>
        <translation>Die Ereignisse des Journals noch einmal laufen lassen oder das lineare Modell verwenden.</translation>
    </message>
    <message>
        <source>Restore it from a copy, or remove the file to get a new key.</source>
        <translation>Ihn aus einer Kopie wiederherstellen oder die Datei entfernen, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>Restore the file from a copy, or start a new journal.</source>
        <translation>Die Datei aus einer Kopie wiederherstellen oder ein neues Journal beginnen.</translation>
    </message>
    <message>
        <source>Resumed after {signals} signals.</source>
        <translation>Fortgesetzt nach {signals} Signalen.</translation>
    </message>
    <message>
        <source>Retrain on data that has it.</source>
        <translation>Mit Daten neu trainieren, die sie enthalten.</translation>
    </message>
    <message>
        <source>Retrained: {row} learnt from {get} signals.</source>
        <translation>Neu trainiert: {row} lernte aus {get} Signalen.</translation>
    </message>
    <message>
        <source>Rolled back: {now} is the champion again, {before} no more ({reason}).</source>
        <translation>Zurückgenommen: {now} ist wieder Champion, {before} nicht mehr ({reason}).</translation>
    </message>
    <message>
        <source>Run {id} ({status}) holds no model.</source>
        <translation>Der Lauf {id} ({status}) enthält kein Modell.</translation>
    </message>
    <message>
        <source>Run {id} was whole on disk but not listed; it is listed again.</source>
        <translation>Der Lauf {id} lag vollständig auf der Platte, war aber nicht aufgeführt; jetzt steht er wieder in der Liste.</translation>
    </message>
    <message>
        <source>Running at full speed.</source>
        <translation>Läuft mit vollem Tempo.</translation>
    </message>
    <message>
        <source>Running at full speed; {words}.</source>
        <translation>Läuft mit vollem Tempo; {words}.</translation>
    </message>
    <message>
        <source>Running at {speed}x.</source>
        <translation>Läuft mit {speed}x.</translation>
    </message>
    <message>
        <source>Running at {speed}x; {words}.</source>
        <translation>Läuft mit {speed}x; {words}.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>Running; {words}.</source>
        <translation>Läuft; {words}.</translation>
    </message>
    <message>
        <source>Runs have nothing called “{name}”.</source>
        <translation>Läufe haben nichts, was „{name}“ heißt.</translation>
    </message>
    <message>
        <source>SSL error</source>
        <translation>SSL-Fehler</translation>
    </message>
    <message>
        <source>Save or export the table as CSV or Parquet and open that.</source>
        <translation>Die Tabelle als CSV oder Parquet speichern oder exportieren und diese öffnen.</translation>
    </message>
    <message>
        <source>Saving the ensemble</source>
        <translation>Das Ensemble wird gespeichert</translation>
    </message>
    <message>
        <source>Score with a model that gives a probability for each row.</source>
        <translation>Mit einem Modell bewerten, das für jede Zeile eine Wahrscheinlichkeit gibt.</translation>
    </message>
    <message>
        <source>Scoring by ONNX needs ONNX Runtime, which is not here.</source>
        <translation>Bewerten mit ONNX braucht ONNX Runtime, das hier fehlt.</translation>
    </message>
    <message>
        <source>Scoring the ensemble</source>
        <translation>Das Ensemble wird bewertet</translation>
    </message>
    <message>
        <source>Scoring the members</source>
        <translation>Die Mitglieder werden bewertet</translation>
    </message>
    <message>
        <source>Scoring the validation rows</source>
        <translation>Die Prüfzeilen werden bewertet</translation>
    </message>
    <message>
        <source>Scoring them on the later rows</source>
        <translation>Bewertung auf den späteren Zeilen</translation>
    </message>
    <message>
        <source>Scoring with {name}</source>
        <translation>{name} wird bewertet</translation>
    </message>
    <message>
        <source>See that the address names the server as its certificate does, and give the authority that signed it with sslrootcert=FILE.</source>
        <translation>Prüfen, ob die Adresse den Server so nennt wie sein Zertifikat, und mit sslrootcert=FILE die Stelle angeben, die es signierte.</translation>
    </message>
    <message>
        <source>See that the address names the server as its certificate does, that sslrootcert=FILE is the authority that signed it, and that the server has TLS switched on; where it asks for a certificate of ours, give sslcert=FILE and sslkey=FILE.</source>
        <translation>Prüfen, ob die Adresse den Server so nennt wie sein Zertifikat, ob sslrootcert=FILE die Stelle ist, die es signierte, und ob der Server TLS eingeschaltet hat; verlangt er ein Zertifikat von uns, sslcert=FILE und sslkey=FILE angeben.</translation>
    </message>
    <message>
        <source>See that the disk has space and that the file is whole and yours.</source>
        <translation>Prüfen, ob die Platte Platz hat und die Datei vollständig und beschreibbar ist.</translation>
    </message>
    <message>
        <source>See that the file is whole and yours.</source>
        <translation>Prüfen, ob die Datei vollständig und lesbar ist.</translation>
    </message>
    <message>
        <source>See that the name is a stream&apos;s and the server is Redis 5 or newer.</source>
        <translation>Prüfen, ob der Name der eines Streams ist und der Server Redis 5 oder neuer.</translation>
    </message>
    <message>
        <source>See that the server is there, and host and port are right. A monitor that knows its features waits for it.</source>
        <translation>Prüfen, ob der Server da ist und Host und Port stimmen. Ein Monitor, der seine Merkmale kennt, wartet auf ihn.</translation>
    </message>
    <message>
        <source>See that the table and its columns are there, and readable.</source>
        <translation>Prüfen, ob es die Tabelle und ihre Spalten gibt und sie lesbar sind.</translation>
    </message>
    <message>
        <source>Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD instead.</source>
        <translation>Stattdessen MLFLOW_TRACKING_USERNAME und MLFLOW_TRACKING_PASSWORD setzen.</translation>
    </message>
    <message>
        <source>Settings cannot be searched by {words}.</source>
        <translation>So lassen sich Einstellungen nicht suchen: {words}.</translation>
    </message>
    <message>
        <source>Settings chosen by {trials} trials in {folds} folds of {table} earlier rows (of {step} rows one, for want of time); scored on the {held_rows} rows after them, which no trial saw.</source>
        <translation>Einstellungen gewählt aus {trials} Versuchen in {folds} Blöcken aus {table} früheren Zeilen (aus Zeitmangel eine von {step} Zeilen); bewertet auf den {held_rows} Zeilen danach, die kein Versuch sah.</translation>
    </message>
    <message>
        <source>Settings chosen by {trials} trials in {folds} folds of {table} earlier rows; scored on the {held_rows} rows after them, which no trial saw.</source>
        <translation>Einstellungen gewählt aus {trials} Versuchen in {folds} Blöcken aus {table} früheren Zeilen; bewertet auf den {held_rows} Zeilen danach, die kein Versuch sah.</translation>
    </message>
    <message>
        <source>Shuffled folds</source>
        <translation>gemischte Blöcke</translation>
    </message>
    <message>
        <source>Signal {id} is not in the journal.</source>
        <translation>Das Signal {id} steht nicht im Journal.</translation>
    </message>
    <message>
        <source>Signal {id} was learnt as {label}; its label is now {label2}. What was learnt stays.</source>
        <translation>Das Signal {id} wurde als {label} gelernt; sein Label ist jetzt {label2}. Das Gelernte bleibt.</translation>
    </message>
    <message>
        <source>Signals count half after {half_life}.</source>
        <translation>Signale zählen nach {half_life} die Hälfte.</translation>
    </message>
    <message>
        <source>Signed by a key on your list.</source>
        <translation>Mit einem Schlüssel der eigenen Liste signiert.</translation>
    </message>
    <message>
        <source>Signed by a key that is not on your list; ask the sender for its fingerprint.</source>
        <translation>Mit einem Schlüssel signiert, der nicht auf der eigenen Liste steht; beim Absender nach dem Fingerabdruck fragen.</translation>
    </message>
    <message>
        <source>Skill: {value} right, repeating the last label {best}.</source>
        <translation>Können: {value} richtig, Wiederholen des letzten Labels {best}.</translation>
    </message>
    <message>
        <source>Skill: {value} right, the more frequent class {best}.</source>
        <translation>Können: {value} richtig, die häufigere Klasse {best}.</translation>
    </message>
    <message>
        <source>Some leaves are too large for {words}.</source>
        <translation>Einige Blätter sind zu groß für {words}.</translation>
    </message>
    <message>
        <source>Some of its cells are times, such as {read}, and others are not, such as {other}: it was not read, and rows are taken in file order.</source>
        <translation>Manche ihrer Zellen sind Zeiten, etwa {read}, andere nicht, etwa {other}: Sie wurde nicht gelesen, und die Zeilen gelten in der Reihenfolge der Datei.</translation>
    </message>
    <message>
        <source>Some predictions are missing or not between 0 and 1.</source>
        <translation>Einige Vorhersagen fehlen oder liegen nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Source silent for</source>
        <translation>Quelle stumm seit</translation>
    </message>
    <message>
        <source>Source silent for {limit_words}</source>
        <translation>Quelle stumm seit {limit_words}</translation>
    </message>
    <message>
        <source>Stability: half</source>
        <translation>Stabilität: Hälfte</translation>
    </message>
    <message>
        <source>Start the learner afresh, or restore an older state.</source>
        <translation>Den Lerner neu beginnen oder einen älteren Stand wiederherstellen.</translation>
    </message>
    <message>
        <source>Steer it where it was started, or stop it there and start it here.</source>
        <translation>Dort steuern, wo er gestartet wurde, oder ihn dort anhalten und hier starten.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stopped; the state is saved.</source>
        <translation>Angehalten; der Stand ist gespeichert.</translation>
    </message>
    <message>
        <source>Subtract their smallest, so that the difference is left, or leave the column out.</source>
        <translation>Ziehen Sie den kleinsten ab, so dass der Unterschied bleibt, oder lassen Sie die Spalte weg.</translation>
    </message>
    <message>
        <source>Take a fresh copy of it.</source>
        <translation>Eine frische Kopie davon nehmen.</translation>
    </message>
    <message>
        <source>Take more days, or wait until labels have arrived.</source>
        <translation>Mehr Tage nehmen oder warten, bis Labels eintreffen.</translation>
    </message>
    <message>
        <source>Take the ensemble from its source again.</source>
        <translation>Das Ensemble noch einmal von seiner Quelle holen.</translation>
    </message>
    <message>
        <source>Take the file from its source again.</source>
        <translation>Die Datei noch einmal von ihrer Quelle holen.</translation>
    </message>
    <message>
        <source>Take the model from its source again.</source>
        <translation>Das Modell noch einmal von seiner Quelle holen.</translation>
    </message>
    <message>
        <source>Taken: {words}.</source>
        <translation>Übernommen: {words}.</translation>
    </message>
    <message>
        <source>Taking the earlier rows</source>
        <translation>Die früheren Zeilen werden genommen</translation>
    </message>
    <message>
        <source>Tested on {done} of {folds} blocks, by what was grown until then.</source>
        <translation>Getestet auf {done} von {folds} Blöcken, mit dem, was bis dahin gewachsen war.</translation>
    </message>
    <message>
        <source>That is no public key.</source>
        <translation>Das ist kein öffentlicher Schlüssel.</translation>
    </message>
    <message>
        <source>The ONNX graph does not give the scores</source>
        <translation>Der ONNX-Graph gibt nicht die Scores wieder</translation>
    </message>
    <message>
        <source>The ONNX graph would score up to {difference} apart from the model ({rows} rows tried).</source>
        <translation>Der ONNX-Graph wiche mit seinen Scores um bis zu {difference} vom Modell ab ({rows} Zeilen versucht).</translation>
    </message>
    <message>
        <source>The address holds a name and password, which would be written into the workspace.</source>
        <translation>Die Adresse enthält Namen und Passwort, die in den Arbeitsbereich geschrieben würden.</translation>
    </message>
    <message>
        <source>The address names no {needed}.</source>
        <translation>Die Adresse nennt kein {needed}.</translation>
    </message>
    <message>
        <source>The address names two streams.</source>
        <translation>Die Adresse nennt zwei Ströme.</translation>
    </message>
    <message>
        <source>The address of the source cannot be read.</source>
        <translation>Die Adresse der Quelle lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The archive holds {count} entries; a bundle has 1 to {max_entries}.</source>
        <translation>Das Archiv enthält {count} Einträge; ein Paket hat 1 bis {max_entries}.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory has bytes left over.</source>
        <translation>Im Verzeichnis des Archivs bleiben Bytes übrig.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is cut short.</source>
        <translation>Das Verzeichnis des Archivs ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is damaged.</source>
        <translation>Das Verzeichnis des Archivs ist beschädigt.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is not where its end record says.</source>
        <translation>Das Verzeichnis des Archivs liegt nicht dort, wo sein Endeintrag es nennt.</translation>
    </message>
    <message>
        <source>The archive&apos;s end record is not canonical.</source>
        <translation>Der Endeintrag des Archivs hat nicht die übliche Form.</translation>
    </message>
    <message>
        <source>The batch model reads {join}; a made-up stream has {names} to {names2} only.</source>
        <translation>Das Batch-Modell liest {join}; ein erfundener Strom hat nur {names} bis {names2}.</translation>
    </message>
    <message>
        <source>The best share of the window.</source>
        <translation>Der beste Anteil des Fensters.</translation>
    </message>
    <message>
        <source>The bundle holds no ONNX graph.</source>
        <translation>Das Paket enthält keinen ONNX-Graphen.</translation>
    </message>
    <message>
        <source>The bundle opens and reproduces its canary rows</source>
        <translation>Das Paket öffnet sich und gibt seine Prüfzeilen wieder</translation>
    </message>
    <message>
        <source>The calibration of this model cannot be read.</source>
        <translation>Die Kalibrierung dieses Modells lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The canary rows are damaged.</source>
        <translation>Die Prüfzeilen sind beschädigt.</translation>
    </message>
    <message>
        <source>The canary rows do not belong to this model.</source>
        <translation>Die Prüfzeilen gehören nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The champion gives no score ({fault}); its share is 0 until it does.</source>
        <translation>Der Champion gibt keinen Score ({fault}); sein Anteil ist so lange 0.</translation>
    </message>
    <message>
        <source>The champion was trained on {seen} of these {rows} signals: its figures there, and those of the blend, are better than they will be on new signals.</source>
        <translation>Der Champion wurde auf {seen} dieser {rows} Signale trainiert: seine Zahlen dort, und die der Mischung, sind besser, als sie auf neuen Signalen sein werden.</translation>
    </message>
    <message>
        <source>The column {twice} is there more than once.</source>
        <translation>Die Spalte {twice} gibt es mehr als einmal.</translation>
    </message>
    <message>
        <source>The columns are: {list}.</source>
        <translation>Die Spalten sind: {list}.</translation>
    </message>
    <message>
        <source>The columns were chosen by rows that are tested here: the scores are too good. Choose again, or test later rows only.</source>
        <translation>Die Spalten wurden anhand von Zeilen gewählt, die hier getestet werden: die Scores sind zu gut. Neu wählen oder nur spätere Zeilen testen.</translation>
    </message>
    <message>
        <source>The contents do not match their checksum.</source>
        <translation>Der Inhalt passt nicht zu seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>The data does not fit the model to go on from: it {words}.</source>
        <translation>Die Daten passen nicht zum fortzusetzenden Modell: es {words}.</translation>
    </message>
    <message>
        <source>The data is not that of the unfinished training.</source>
        <translation>Die Daten sind nicht die des unfertigen Trainings.</translation>
    </message>
    <message>
        <source>The ensemble has no members.</source>
        <translation>Das Ensemble hat keine Mitglieder.</translation>
    </message>
    <message>
        <source>The entry of run {row} is damaged.</source>
        <translation>Der Eintrag des Laufs {row} ist beschädigt.</translation>
    </message>
    <message>
        <source>The event log can be copied to Redis only.</source>
        <translation>Das Ereignislog lässt sich nur nach Redis kopieren.</translation>
    </message>
    <message>
        <source>The feature list is empty, too long, or names a feature twice.</source>
        <translation>Die Liste der Merkmale ist leer, zu lang oder nennt ein Merkmal zweimal.</translation>
    </message>
    <message>
        <source>The features are not known: there is no signal yet, and no model that names them.</source>
        <translation>Die Merkmale sind nicht bekannt: es gibt noch kein Signal und kein Modell, das sie nennt.</translation>
    </message>
    <message>
        <source>The file cannot be opened ({strerror}).</source>
        <translation>Die Datei lässt sich nicht öffnen ({strerror}).</translation>
    </message>
    <message>
        <source>The file cannot be opened: {strerror}.</source>
        <translation>Die Datei lässt sich nicht öffnen: {strerror}.</translation>
    </message>
    <message>
        <source>The file could not be written ({strerror}).</source>
        <translation>Die Datei ließ sich nicht schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>The file has no column {absent}.</source>
        <translation>Die Datei hat keine Spalte {absent}.</translation>
    </message>
    <message>
        <source>The file has no label time: rows whose outcome came later than a test block&apos;s start could not be purged. Name the column, or give a label horizon in rows.</source>
        <translation>Die Datei hat keine Label-Zeit: Zeilen, deren Ausgang nach dem Beginn eines Testblocks kam, ließen sich nicht bereinigen. Die Spalte nennen oder einen Label-Horizont in Zeilen angeben.</translation>
    </message>
    <message>
        <source>The file has no label times: labels were learnt at once, which flatters the score.</source>
        <translation>Die Datei hat keine Label-Zeiten: Labels wurden sofort gelernt, was dem Score schmeichelt.</translation>
    </message>
    <message>
        <source>The file has no realized R to tune by.</source>
        <translation>Die Datei hat kein realisiertes R zum Abstimmen.</translation>
    </message>
    <message>
        <source>The file has no realized R to weight by.</source>
        <translation>Die Datei hat kein realisiertes R zum Gewichten.</translation>
    </message>
    <message>
        <source>The file has no rows of data.</source>
        <translation>Die Datei hat keine Datenzeilen.</translation>
    </message>
    <message>
        <source>The file has no signal time, so a half-life in hours or days means nothing.</source>
        <translation>Die Datei hat keine Signalzeit, also bedeutet eine Halbwertszeit in Stunden oder Tagen nichts.</translation>
    </message>
    <message>
        <source>The file has no signal time, so an embargo in hours or days means nothing.</source>
        <translation>Die Datei hat keine Signalzeit, also bedeutet ein Embargo in Stunden oder Tagen nichts.</translation>
    </message>
    <message>
        <source>The file has no signal time: rows whose outcome came later than a test block&apos;s start could not be purged. Name the column, or give a label horizon in rows.</source>
        <translation>Die Datei hat keine Signalzeit: Zeilen, deren Ausgang nach dem Beginn eines Testblocks kam, ließen sich nicht bereinigen. Die Spalte nennen oder einen Label-Horizont in Zeilen angeben.</translation>
    </message>
    <message>
        <source>The file has several columns named {twice}.</source>
        <translation>Die Datei hat mehrere Spalten namens {twice}.</translation>
    </message>
    <message>
        <source>The file has {header} columns; {most_columns} is the most that can be read.</source>
        <translation>Die Datei hat {header} Spalten; höchstens {most_columns} sind lesbar.</translation>
    </message>
    <message>
        <source>The file is cut short, or something follows its end.</source>
        <translation>Die Datei ist abgeschnitten, oder hinter ihrem Ende folgt noch etwas.</translation>
    </message>
    <message>
        <source>The file is damaged or changes while it is read.</source>
        <translation>Die Datei ist beschädigt oder ändert sich beim Lesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is no TOML: {error}.</source>
        <translation>Die Datei ist kein TOML: {error}.</translation>
    </message>
    <message>
        <source>The file is no bundle{disguise}.</source>
        <translation>Die Datei ist kein Paket{disguise}.</translation>
    </message>
    <message>
        <source>The file is no recipe of this program, or of a newer one.</source>
        <translation>Die Datei ist kein Rezept dieses Programms oder eines einer neueren Fassung.</translation>
    </message>
    <message>
        <source>The file is not a readable {title} model ({name}).</source>
        <translation>Die Datei ist kein lesbares {title}-Modell ({name}).</translation>
    </message>
    <message>
        <source>The file is there</source>
        <translation>Die Datei ist da</translation>
    </message>
    <message>
        <source>The file is there, {size} bytes.</source>
        <translation>Die Datei ist da, {size} Bytes.</translation>
    </message>
    <message>
        <source>The file is there, {st_size} bytes.</source>
        <translation>Die Datei ist da, {st_size} Bytes.</translation>
    </message>
    <message>
        <source>The file lacks {absent} of the model&apos;s features: {absent2}.</source>
        <translation>Der Datei fehlen {absent} der Merkmale des Modells: {absent2}.</translation>
    </message>
    <message>
        <source>The file lacks {absent} of the model&apos;s {schema} features: {absent2} and {len} more.</source>
        <translation>Der Datei fehlen {absent} der {schema} Merkmale des Modells: {absent2} und {len} weitere.</translation>
    </message>
    <message>
        <source>The file lacks {absent} of the model&apos;s {schema} features: {absent2}.</source>
        <translation>Der Datei fehlen {absent} der {schema} Merkmale des Modells: {absent2}.</translation>
    </message>
    <message>
        <source>The file lacks {missing} of the {names} columns of the set: {missing2} and more.</source>
        <translation>Der Datei fehlen {missing} der {names} Spalten der Auswahl: {missing2} und weitere.</translation>
    </message>
    <message>
        <source>The file lacks {missing} of the {names} columns of the set: {missing2}.</source>
        <translation>Der Datei fehlen {missing} der {names} Spalten der Auswahl: {missing2}.</translation>
    </message>
    <message>
        <source>The file seems to be joined from several: check that nothing is in it twice.</source>
        <translation>Die Datei scheint aus mehreren zusammengesetzt: prüfen, dass nichts zweimal darin steht.</translation>
    </message>
    <message>
        <source>The file unpacks to {unpacked} MiB or more from {st_size} KiB.</source>
        <translation>Die Datei entpackt sich von {st_size} KiB auf {unpacked} MiB oder mehr.</translation>
    </message>
    <message>
        <source>The file was copied or written only in part: get it again.</source>
        <translation>Die Datei wurde nur zum Teil kopiert oder geschrieben: noch einmal holen.</translation>
    </message>
    <message>
        <source>The file was read as {encoding}.</source>
        <translation>Die Datei wurde als {encoding} gelesen.</translation>
    </message>
    <message>
        <source>The files of run {row} are gone; it is no longer listed.</source>
        <translation>Die Dateien des Laufs {row} sind weg; er ist nicht mehr aufgeführt.</translation>
    </message>
    <message>
        <source>The final scores are not those</source>
        <translation>Die fertigen Scores sind nicht die</translation>
    </message>
    <message>
        <source>The first that cannot be read: {faults}.</source>
        <translation>Die erste unlesbare: {faults}.</translation>
    </message>
    <message>
        <source>The folder models/{name} held no whole run; it is now in the trash.</source>
        <translation>Der Ordner models/{name} enthielt keinen vollständigen Lauf; er liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
        <source>The frozen window of this run is damaged.</source>
        <translation>Das festgehaltene Fenster dieses Laufs ist beschädigt.</translation>
    </message>
    <message>
        <source>The group {group} is also read by {names}: each misses what the other gets. Give this monitor a group of its own with group=NAME.</source>
        <translation>Die Gruppe {group} liest auch {names}: jedem entgeht, was der andere bekommt. Diesem Monitor mit group=NAME eine eigene Gruppe geben.</translation>
    </message>
    <message>
        <source>The gzip file holds no CSV.</source>
        <translation>Die gzip-Datei enthält keine CSV.</translation>
    </message>
    <message>
        <source>The gzip file is damaged or cut off.</source>
        <translation>Die gzip-Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The gzip file unpacks to more than {ratio} times its size: it is no ordinary table.</source>
        <translation>Die gzip-Datei entpackt sich auf mehr als das {ratio}-Fache: das ist keine gewöhnliche Tabelle.</translation>
    </message>
    <message>
        <source>The header stands again in {lines_words}; left out.</source>
        <translation>Der Kopf steht noch einmal in {lines_words}; weggelassen.</translation>
    </message>
    <message>
        <source>The headers of an entry contradict each other.</source>
        <translation>Die Köpfe eines Eintrags widersprechen einander.</translation>
    </message>
    <message>
        <source>The inputs moved at signal {seen}: {said} and {len} more. See whether the feed is in order.</source>
        <translation>Die Eingaben verschoben sich bei Signal {seen}: {said} und {len} weitere. Prüfen, ob die Quelle in Ordnung ist.</translation>
    </message>
    <message>
        <source>The inputs moved at signal {seen}: {said}. See whether the feed is in order.</source>
        <translation>Die Eingaben verschoben sich bei Signal {seen}: {said}. Prüfen, ob die Quelle in Ordnung ist.</translation>
    </message>
    <message>
        <source>The journal cannot be read ({error}).</source>
        <translation>Das Journal lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The journal could not be used ({error}).</source>
        <translation>Das Journal war nicht verwendbar ({error}).</translation>
    </message>
    <message>
        <source>The journal {name} holds no linear learner&apos;s state.</source>
        <translation>Das Journal {name} enthält keinen Stand eines linearen Lerners.</translation>
    </message>
    <message>
        <source>The label is neither 0 nor 1 in {named_rows}.</source>
        <translation>Das Label ist weder 0 noch 1 in {named_rows}.</translation>
    </message>
    <message>
        <source>The label {name} holds {shown}; it must be win or loss.</source>
        <translation>Das Label {name} enthält {shown}; es muss Gewinn oder Verlust sein.</translation>
    </message>
    <message>
        <source>The labels are not all 0 (loss) or 1 (win).</source>
        <translation>Die Labels sind nicht alle 0 (Verlust) oder 1 (Gewinn).</translation>
    </message>
    <message>
        <source>The labels&apos; source answers, but none of its newest rows is a label{fault}.</source>
        <translation>Die Quelle der Labels antwortet, aber keine der neuesten Zeilen ist ein Label{fault}.</translation>
    </message>
    <message>
        <source>The last line ({ragged}) is cut off; it was left out.</source>
        <translation>Die letzte Zeile ({ragged}) ist abgeschnitten; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>The last row (line {lines}) holds totals, not a signal; left out.</source>
        <translation>Die letzte Zeile (Zeile {lines}) enthält Summen, kein Signal; weggelassen.</translation>
    </message>
    <message>
        <source>The leak meter is left out.</source>
        <translation>Der Leckmesser entfällt.</translation>
    </message>
    <message>
        <source>The learner in {name} has learnt nothing.</source>
        <translation>Der Lerner in {name} hat nichts gelernt.</translation>
    </message>
    <message>
        <source>The learner in {name} has learnt texts.</source>
        <translation>Der Lerner in {name} hat Texte gelernt.</translation>
    </message>
    <message>
        <source>The learner knows only what came after event {forgotten}: older ones were deleted, and no saved state could be used.</source>
        <translation>Der Lerner kennt nur, was nach Ereignis {forgotten} kam: ältere wurden gelöscht, und kein gespeicherter Stand war verwendbar.</translation>
    </message>
    <message>
        <source>The least |R| as weight ({weight_low}) is above the most ({weight_high}).</source>
        <translation>Das kleinste |R| als Gewicht ({weight_low}) liegt über dem größten ({weight_high}).</translation>
    </message>
    <message>
        <source>The leaves of a {title} model cannot be scaled.</source>
        <translation>Die Blätter eines {title}-Modells lassen sich nicht skalieren.</translation>
    </message>
    <message>
        <source>The library refuses the model.</source>
        <translation>Die Bibliothek weist das Modell zurück.</translation>
    </message>
    <message>
        <source>The locked weight of {name} is {weight}.</source>
        <translation>Das gesperrte Gewicht von {name} ist {weight}.</translation>
    </message>
    <message>
        <source>The locked weights sum to {total}.</source>
        <translation>Die gesperrten Gewichte ergeben zusammen {total}.</translation>
    </message>
    <message>
        <source>The manifest is not its first entry.</source>
        <translation>Das Manifest ist nicht der erste Eintrag.</translation>
    </message>
    <message>
        <source>The members are {names}.</source>
        <translation>Die Mitglieder sind {names}.</translation>
    </message>
    <message>
        <source>The model as it stands</source>
        <translation>Das Modell, wie es steht</translation>
    </message>
    <message>
        <source>The model as it stands has {value}, worse than chance.</source>
        <translation>Das Modell, wie es ist, hat {value}: schlechter als Zufall.</translation>
    </message>
    <message>
        <source>The model as it stands has {value}.</source>
        <translation>Das Modell, wie es ist, hat {value}.</translation>
    </message>
    <message>
        <source>The model cannot be expressed in ONNX: {reason}.</source>
        <translation>Das Modell lässt sich in ONNX nicht ausdrücken: {reason}.</translation>
    </message>
    <message>
        <source>The model does not reproduce the outputs</source>
        <translation>Das Modell gibt nicht die Ausgaben wieder</translation>
    </message>
    <message>
        <source>The model grows {parallel} trees a round, which is a forest of forests.</source>
        <translation>Das Modell lässt je Runde {parallel} Bäume wachsen, also einen Wald von Wäldern.</translation>
    </message>
    <message>
        <source>The model has no compact form: {reason}.</source>
        <translation>Das Modell hat keine kompakte Form: {reason}.</translation>
    </message>
    <message>
        <source>The model has no feature {feature}.</source>
        <translation>Das Modell hat kein Merkmal {feature}.</translation>
    </message>
    <message>
        <source>The model holds category codes of pandas, which mean something else in other data.</source>
        <translation>Das Modell enthält Kategoriecodes von pandas, die in anderen Daten etwas anderes bedeuten.</translation>
    </message>
    <message>
        <source>The model is a random forest, whose trees are averaged, not added.</source>
        <translation>Das Modell ist ein Random Forest, dessen Bäume gemittelt werden, nicht addiert.</translation>
    </message>
    <message>
        <source>The model is no classifier of win and loss.</source>
        <translation>Das Modell unterscheidet nicht Gewinn und Verlust.</translation>
    </message>
    <message>
        <source>The model is of the booster {booster}, which cannot be continued by gbtree.</source>
        <translation>Das Modell ist vom Booster {booster}, den gbtree nicht fortsetzen kann.</translation>
    </message>
    <message>
        <source>The model needs a library that is not here: {words}.</source>
        <translation>Das Modell braucht eine Bibliothek, die hier fehlt: {words}.</translation>
    </message>
    <message>
        <source>The model to continue has {first} trees already; {rounds} rounds in total add none.</source>
        <translation>Das fortzusetzende Modell hat schon {first} Bäume; insgesamt {rounds} Runden fügen keine hinzu.</translation>
    </message>
    <message>
        <source>The model to go on from names no columns: they are taken in the order of the data, {names} first.</source>
        <translation>Das fortzusetzende Modell nennt keine Spalten: sie gelten in der Folge der Daten, {names} zuerst.</translation>
    </message>
    <message>
        <source>The model&apos;s trees grow by {old}, this training&apos;s by {new}: CatBoost cannot add them up.</source>
        <translation>Die Bäume des Modells wachsen mit {old}, die dieses Trainings mit {new}: CatBoost kann sie nicht addieren.</translation>
    </message>
    <message>
        <source>The name {name} stands more than once; a later column is called {name2}.{number}.</source>
        <translation>Der Name {name} steht mehrmals da; eine spätere Spalte heißt {name2}.{number}.</translation>
    </message>
    <message>
        <source>The names of the columns were taken from the comment above them.</source>
        <translation>Die Namen der Spalten wurden dem Kommentar darüber entnommen.</translation>
    </message>
    <message>
        <source>The note has {text} letters.</source>
        <translation>Die Notiz hat {text} Zeichen.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
    <message>
        <source>The oldest {trees} of {trees2} trees were replaced by their mean: the tree budget is {tree_budget}. </source>
        <translation>Die ältesten {trees} von {trees2} Bäumen wurden durch ihr Mittel ersetzt: das Baumbudget ist {tree_budget}. </translation>
    </message>
    <message>
        <source>The online learner learns from a stream, not from a table.</source>
        <translation>Der Online-Lerner lernt aus einem Strom, nicht aus einer Tabelle.</translation>
    </message>
    <message>
        <source>The parent has {trees} trees already; {rounds} rounds in total add none.</source>
        <translation>Das Ausgangsmodell hat schon {trees} Bäume; insgesamt {rounds} Runden fügen keine hinzu.</translation>
    </message>
    <message>
        <source>The predictions kept with this run are damaged.</source>
        <translation>Die mit diesem Lauf behaltenen Vorhersagen sind beschädigt.</translation>
    </message>
    <message>
        <source>The purged walk-forward</source>
        <translation>der bereinigte Walk-Forward</translation>
    </message>
    <message>
        <source>The recipe cannot be read.</source>
        <translation>Das Rezept lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The recipe says {name}, which cannot be taken.</source>
        <translation>Das Rezept sagt {name}, was sich nicht übernehmen lässt.</translation>
    </message>
    <message>
        <source>The rows from line {lines} on cannot be read.</source>
        <translation>Die Zeilen ab Zeile {lines} lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The rows have one cell more than the header; the first is taken for an index without a name.</source>
        <translation>Die Zeilen haben eine Zelle mehr als der Kopf; die erste gilt als Index ohne Namen.</translation>
    </message>
    <message>
        <source>The rows have {shape} columns; the learner knows {names}.</source>
        <translation>Die Zeilen haben {shape} Spalten; der Lerner kennt {names}.</translation>
    </message>
    <message>
        <source>The rows have {shape} columns; the model has {width} features.</source>
        <translation>Die Zeilen haben {shape} Spalten; das Modell hat {width} Merkmale.</translation>
    </message>
    <message>
        <source>The rows lack {absent} of its features: {absent2}.</source>
        <translation>Den Zeilen fehlen {absent} der Merkmale: {absent2}.</translation>
    </message>
    <message>
        <source>The rows were not in order of time ({back} back); they were sorted.</source>
        <translation>Die Zeilen standen nicht in zeitlicher Folge ({back} zurück); sie wurden sortiert.</translation>
    </message>
    <message>
        <source>The saved state of the online learner is not usable ({detail}).</source>
        <translation>Der gespeicherte Stand des Online-Lerners ist nicht verwendbar ({detail}).</translation>
    </message>
    <message>
        <source>The scores would replace the file that they are made from.</source>
        <translation>Die Scores würden die Datei ersetzen, aus der sie entstehen.</translation>
    </message>
    <message>
        <source>The search has no budget.</source>
        <translation>Die Suche hat kein Budget.</translation>
    </message>
    <message>
        <source>The server asks for a certificate of ours: give sslcert=FILE and sslkey=FILE.</source>
        <translation>Der Server verlangt ein Zertifikat von uns: sslcert=FILE und sslkey=FILE angeben.</translation>
    </message>
    <message>
        <source>The server does not let us in ({scrub}).</source>
        <translation>Der Server lässt uns nicht ein ({scrub}).</translation>
    </message>
    <message>
        <source>The server does not let us in ({words}).</source>
        <translation>Der Server lässt uns nicht ein ({words}).</translation>
    </message>
    <message>
        <source>The server refuses ({scrub}).</source>
        <translation>Der Server weigert sich ({scrub}).</translation>
    </message>
    <message>
        <source>The server refuses ({words}).</source>
        <translation>Der Server weigert sich ({words}).</translation>
    </message>
    <message>
        <source>The server speaks no TLS at this port: give its TLS port, or redis:// where you trust the network.</source>
        <translation>Der Server spricht an diesem Port kein TLS: seinen TLS-Port angeben, oder redis://, wo das Netz vertrauenswürdig ist.</translation>
    </message>
    <message>
        <source>The signature is wrong: the file was changed after it was signed.</source>
        <translation>Die Signatur ist falsch: die Datei wurde nach dem Signieren geändert.</translation>
    </message>
    <message>
        <source>The signing key cannot be read.</source>
        <translation>Der Signierschlüssel lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The source cannot be reached ({away}), and without a model its features are not known.</source>
        <translation>Die Quelle ist nicht erreichbar ({away}), und ohne Modell sind ihre Merkmale nicht bekannt.</translation>
    </message>
    <message>
        <source>The source has an option that is not understood: {unknown}.</source>
        <translation>Die Quelle hat eine unverständliche Option: {unknown}.</translation>
    </message>
    <message>
        <source>The state of {state} cannot be read back without pickle.</source>
        <translation>Der Stand von {state} lässt sich ohne Pickle nicht zurücklesen.</translation>
    </message>
    <message>
        <source>The stream was begun anew at the server: it is read from its start, and what is known already is left out: {words}.</source>
        <translation>Der Strom wurde auf dem Server neu begonnen: er wird von vorn gelesen, und was schon bekannt ist, bleibt weg: {words}.</translation>
    </message>
    <message>
        <source>The table lacks {absent} of the model&apos;s features: {absent2}.</source>
        <translation>Der Tabelle fehlen {absent} der Merkmale des Modells: {absent2}.</translation>
    </message>
    <message>
        <source>The table needs about {needed} GiB of memory; {available} GiB are free.</source>
        <translation>Die Tabelle braucht etwa {needed} GiB Speicher; {available} GiB sind frei.</translation>
    </message>
    <message>
        <source>The time ended before the training did. {told} {advice}</source>
        <translation>Die Zeit endete vor dem Training. {told} {advice}</translation>
    </message>
    <message>
        <source>The trees of a {title} model cannot be cut.</source>
        <translation>Die Bäume eines {title}-Modells lassen sich nicht kürzen.</translation>
    </message>
    <message>
        <source>The weight is 0 in all {rows} rows.</source>
        <translation>Das Gewicht ist 0 in allen {rows} Zeilen.</translation>
    </message>
    <message>
        <source>The weight is missing or infinite in {named_rows}.</source>
        <translation>Das Gewicht fehlt oder ist unendlich in {named_rows}.</translation>
    </message>
    <message>
        <source>The weight is negative in {named_rows}.</source>
        <translation>Das Gewicht ist negativ in {named_rows}.</translation>
    </message>
    <message>
        <source>The weight of wins is {scale_pos_weight}.</source>
        <translation>Das Gewicht der Gewinne ist {scale_pos_weight}.</translation>
    </message>
    <message>
        <source>The weighted mean with the least log loss, or with weights that you give.</source>
        <translation>Das gewichtete Mittel mit dem kleinsten Log-Loss oder mit eigenen Gewichten.</translation>
    </message>
    <message>
        <source>The weights do not belong to its members.</source>
        <translation>Die Gewichte gehören nicht zu den Mitgliedern.</translation>
    </message>
    <message>
        <source>The weights hold negative values: taken as realized R. {map_words}</source>
        <translation>Die Gewichte enthalten negative Werte: als realisiertes R genommen. {map_words}</translation>
    </message>
    <message>
        <source>The weights leave {effective} effective rows of {rows}: the model leans on few signals.</source>
        <translation>Die Gewichte lassen {effective} wirksame Zeilen von {rows}: das Modell stützt sich auf wenige Signale.</translation>
    </message>
    <message>
        <source>The weights of this ensemble cannot be read.</source>
        <translation>Die Gewichte dieses Ensembles lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The workspace cannot be used ({reason}).</source>
        <translation>Der Arbeitsbereich ist nicht verwendbar ({reason}).</translation>
    </message>
    <message>
        <source>The workspace&apos;s database is damaged.</source>
        <translation>Die Datenbank des Arbeitsbereichs ist beschädigt.</translation>
    </message>
    <message>
        <source>The {value} file is damaged.</source>
        <translation>Die {value}-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The {who} gave no score for signal {id} ({why}); the online model stands alone until it does.</source>
        <translation>Kein Score für Signal {id} von: {who} ({why}); bis dahin steht das Online-Modell allein.</translation>
    </message>
    <message>
        <source>The {who} gave no score for signal {id} ({why}); the others go on until it does.</source>
        <translation>Kein Score für Signal {id} von: {who} ({why}); bis dahin machen die anderen weiter.</translation>
    </message>
    <message>
        <source>There are no rows or no features to learn from.</source>
        <translation>Es gibt keine Zeilen oder keine Merkmale zum Lernen.</translation>
    </message>
    <message>
        <source>There are no rows to explain.</source>
        <translation>Es gibt keine Zeilen zu erklären.</translation>
    </message>
    <message>
        <source>There are too few earlier rows to find weights on.</source>
        <translation>Es gibt zu wenige frühere Zeilen, um Gewichte zu finden.</translation>
    </message>
    <message>
        <source>There are {encoded} rows and {count} labels.</source>
        <translation>Es gibt {encoded} Zeilen und {count} Labels.</translation>
    </message>
    <message>
        <source>There are {rows} rows and {label} labels.</source>
        <translation>Es gibt {rows} Zeilen und {label} Labels.</translation>
    </message>
    <message>
        <source>There are {rows} rows and {size} weights.</source>
        <translation>Es gibt {rows} Zeilen und {size} Gewichte.</translation>
    </message>
    <message>
        <source>There are {rows} rows and {values} weights.</source>
        <translation>Es gibt {rows} Zeilen und {values} Gewichte.</translation>
    </message>
    <message>
        <source>There are {value}.</source>
        <translation>Es gibt {value}.</translation>
    </message>
    <message>
        <source>There is neither a file nor a run {path_or_run}.</source>
        <translation>Es gibt weder eine Datei noch einen Lauf {path_or_run}.</translation>
    </message>
    <message>
        <source>There is no challenger to withdraw.</source>
        <translation>Es gibt keinen Herausforderer zurückzuziehen.</translation>
    </message>
    <message>
        <source>There is no champion to challenge.</source>
        <translation>Es gibt keinen Champion herauszufordern.</translation>
    </message>
    <message>
        <source>There is no champion to roll back.</source>
        <translation>Es gibt keinen Champion, der sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>There is no column {name}.</source>
        <translation>Es gibt keine Spalte {name}.</translation>
    </message>
    <message>
        <source>There is no compact form {compact}.</source>
        <translation>Es gibt keine kompakte Form {compact}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Es gibt keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is no hard example yet.</source>
        <translation>Es gibt noch kein schweres Beispiel.</translation>
    </message>
    <message>
        <source>There is no labelled signal in that time.</source>
        <translation>In dieser Zeit gibt es kein Signal mit Label.</translation>
    </message>
    <message>
        <source>There is no member {unknown} to lock.</source>
        <translation>Es gibt kein Mitglied {unknown} zu sperren.</translation>
    </message>
    <message>
        <source>There is no member {unknown}.</source>
        <translation>Es gibt kein Mitglied {unknown}.</translation>
    </message>
    <message>
        <source>There is no method {name}.</source>
        <translation>Es gibt kein Verfahren {name}.</translation>
    </message>
    <message>
        <source>There is no model type {name}.</source>
        <translation>Es gibt keine Modellart {name}.</translation>
    </message>
    <message>
        <source>There is no recipe {reference}.</source>
        <translation>Es gibt kein Rezept {reference}.</translation>
    </message>
    <message>
        <source>There is no row with a known outcome that none of the members was trained on, so nothing can be fitted or scored.</source>
        <translation>Es gibt keine Zeile mit bekanntem Ausgang, auf der kein Mitglied trainiert wurde; also lässt sich nichts anpassen oder bewerten.</translation>
    </message>
    <message>
        <source>There is no row {row}.</source>
        <translation>Es gibt keine Zeile {row}.</translation>
    </message>
    <message>
        <source>There is no run {reference} in the trash in this workspace.</source>
        <translation>Im Papierkorb dieses Arbeitsbereichs gibt es keinen Lauf {reference}.</translation>
    </message>
    <message>
        <source>There is no run {reference} in this workspace.</source>
        <translation>In diesem Arbeitsbereich gibt es keinen Lauf {reference}.</translation>
    </message>
    <message>
        <source>There is no search {id}.</source>
        <translation>Es gibt keine Suche {id}.</translation>
    </message>
    <message>
        <source>There is no source of the kind {scheme}.</source>
        <translation>Es gibt keine Quelle der Art {scheme}.</translation>
    </message>
    <message>
        <source>There is no table {name}.</source>
        <translation>Es gibt keine Tabelle {name}.</translation>
    </message>
    <message>
        <source>There is no unfinished search to resume.</source>
        <translation>Es gibt keine unfertige Suche zum Fortsetzen.</translation>
    </message>
    <message>
        <source>There is no unfinished training to resume.</source>
        <translation>Es gibt kein unfertiges Training zum Fortsetzen.</translation>
    </message>
    <message>
        <source>There is no workspace here.</source>
        <translation>Hier gibt es keinen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is nothing to explain it by.</source>
        <translation>Es gibt nichts, womit es sich erklären ließe.</translation>
    </message>
    <message>
        <source>These signals hold no realized R to aim at.</source>
        <translation>Diese Signale enthalten kein realisiertes R, auf das zu zielen wäre.</translation>
    </message>
    <message>
        <source>They are purged as if it had taken as long as the slowest one.</source>
        <translation>Sie werden bereinigt, als hätten sie so lange gedauert wie der langsamste.</translation>
    </message>
    <message>
        <source>They share only {rows} scored rows: too few to compare.</source>
        <translation>Sie teilen nur {rows} bewertete Zeilen: zu wenige für einen Vergleich.</translation>
    </message>
    <message>
        <source>They were scored on different signals, so their AUCs cannot be compared one to one. Score them on the same file in the Ensemble tab.</source>
        <translation>Sie wurden auf verschiedenen Signalen bewertet, ihre AUCs lassen sich also nicht unmittelbar vergleichen. Im Reiter Ensemble auf derselben Datei bewerten.</translation>
    </message>
    <message>
        <source>This is JSON, not a CSV file.</source>
        <translation>Das ist JSON, keine CSV-Datei.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This is a web page (HTML or XML), not a CSV file.</source>
        <translation>Das ist eine Webseite (HTML oder XML), keine CSV-Datei.</translation>
    </message>
    <message>
        <source>This is a zip archive.</source>
        <translation>Das ist ein Zip-Archiv.</translation>
    </message>
    <message>
        <source>This is an Excel workbook, whatever its name says.</source>
        <translation>Das ist eine Excel-Mappe, was der Name auch sagt.</translation>
    </message>
    <message>
        <source>This is no table with one signal a line: export it again.</source>
        <translation>Das ist keine Tabelle mit einem Signal je Zeile: noch einmal exportieren.</translation>
    </message>
    <message>
        <source>This is not a compact model, or it was damaged.</source>
        <translation>Das ist kein kompaktes Modell, oder es wurde beschädigt.</translation>
    </message>
    <message>
        <source>This is not a saved online learner.</source>
        <translation>Das ist kein gespeicherter Online-Lerner.</translation>
    </message>
    <message>
        <source>This is {what}, not a table of signals.</source>
        <translation>Das ist {what}, keine Tabelle von Signalen.</translation>
    </message>
    <message>
        <source>This journal holds no stream.</source>
        <translation>Dieses Journal enthält keinen Strom.</translation>
    </message>
    <message>
        <source>This monitor runs elsewhere; here it is only watched.</source>
        <translation>Dieser Monitor läuft anderswo; hier wird er nur beobachtet.</translation>
    </message>
    <message>
        <source>This workspace was written by a newer version of the program.</source>
        <translation>Dieser Arbeitsbereich wurde von einer neueren Fassung des Programms geschrieben.</translation>
    </message>
    <message>
        <source>Too few labels to judge: {labels} of {few}.</source>
        <translation>Zu wenige Labels für ein Urteil: {labels} von {few}.</translation>
    </message>
    <message>
        <source>Too few rows for early stopping in {train} training rows: {rounds} rounds were grown.</source>
        <translation>Zu wenige Zeilen für den frühen Stopp bei {train} Trainingszeilen: {rounds} Runden wuchsen.</translation>
    </message>
    <message>
        <source>Too few rows for {blocks} test blocks: {n} can be tested.</source>
        <translation>Zu wenige Zeilen für {blocks} Testblöcke: {n} können getestet werden.</translation>
    </message>
    <message>
        <source>Too few wins or losses to tell a gain over {over}.</source>
        <translation>Zu wenige Gewinne oder Verluste, um einen Vorteil zu erkennen gegenüber: {over}.</translation>
    </message>
    <message>
        <source>Train CatBoost on the processor, or XGBoost or LightGBM on the GPU.</source>
        <translation>CatBoost auf dem Prozessor trainieren oder XGBoost oder LightGBM auf der GPU.</translation>
    </message>
    <message>
        <source>Train from the beginning.</source>
        <translation>Von vorn trainieren.</translation>
    </message>
    <message>
        <source>Train it again; the model itself can still be used.</source>
        <translation>Noch einmal trainieren; das Modell selbst bleibt verwendbar.</translation>
    </message>
    <message>
        <source>Train without tuning: the defaults suit few rows.</source>
        <translation>Ohne Abstimmung trainieren: die Vorgaben passen zu wenigen Zeilen.</translation>
    </message>
    <message>
        <source>Train {title}, or start without a parent.</source>
        <translation>{title} trainieren oder ohne Ausgangsmodell beginnen.</translation>
    </message>
    <message>
        <source>Training took {spent} s instead of {spent2} s.</source>
        <translation>Das Training brauchte {spent} s statt {spent2} s.</translation>
    </message>
    <message>
        <source>Trying the models in a process of their own</source>
        <translation>Die Modelle werden in einem eigenen Prozess versucht</translation>
    </message>
    <message>
        <source>Two members have the same name.</source>
        <translation>Zwei Mitglieder heißen gleich.</translation>
    </message>
    <message>
        <source>Two members name the same file.</source>
        <translation>Zwei Mitglieder nennen dieselbe Datei.</translation>
    </message>
    <message>
        <source>Unlock at least two members.</source>
        <translation>Mindestens zwei Mitglieder entsperren.</translation>
    </message>
    <message>
        <source>Unpack it and open the file inside.</source>
        <translation>Entpacken und die Datei darin öffnen.</translation>
    </message>
    <message>
        <source>Unpack it and open the table inside (gzip is read as it is).</source>
        <translation>Entpacken und die Tabelle darin öffnen (gzip wird gelesen, wie es ist).</translation>
    </message>
    <message>
        <source>Unpack it yourself if you trust it, and open the result.</source>
        <translation>Selbst entpacken, wenn man ihr traut, und das Ergebnis öffnen.</translation>
    </message>
    <message>
        <source>Update the program to open it.</source>
        <translation>Zum Öffnen das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>Update the program, or choose another workspace.</source>
        <translation>Das Programm aktualisieren oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Use `online`, which runs a learner over the file.</source>
        <translation>`online` verwenden: es lässt einen Lerner über die Datei laufen.</translation>
    </message>
    <message>
        <source>Use a model that was trained on a win/loss label.</source>
        <translation>Ein Modell verwenden, das auf Gewinn und Verlust trainiert wurde.</translation>
    </message>
    <message>
        <source>Use a shorter embargo, fewer folds, or more rows.</source>
        <translation>Ein kürzeres Embargo, weniger Blöcke oder mehr Zeilen verwenden.</translation>
    </message>
    <message>
        <source>Use learn_batch for many rows.</source>
        <translation>Für viele Zeilen learn_batch verwenden.</translation>
    </message>
    <message>
        <source>Use letters, digits, - and _ only, at most 64.</source>
        <translation>Nur Buchstaben, Ziffern, - und _ verwenden, höchstens 64.</translation>
    </message>
    <message>
        <source>Use letters, digits, spaces, . + - and _, at most 64, and no version at its end.</source>
        <translation>Buchstaben, Ziffern, Leerzeichen, . + - und _ verwenden, höchstens 64, ohne Version am Ende.</translation>
    </message>
    <message>
        <source>Use more data.</source>
        <translation>Mehr Daten verwenden.</translation>
    </message>
    <message>
        <source>Use replay, the monitor or OnlineLearner.</source>
        <translation>Die Wiedergabe, den Monitor oder OnlineLearner verwenden.</translation>
    </message>
    <message>
        <source>Use the replay or the monitor for River&apos;s other models.</source>
        <translation>Für die anderen Modelle von River die Wiedergabe oder den Monitor verwenden.</translation>
    </message>
    <message>
        <source>Use the run that it was made from.</source>
        <translation>Den Lauf verwenden, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Use the weighting by realized R, which maps losses to positive weights.</source>
        <translation>Die Gewichtung nach realisiertem R verwenden, die Verlusten positive Gewichte gibt.</translation>
    </message>
    <message>
        <source>Validated by combinatorial purged splits: rows later than a test block train too, so the spread over the paths tells more than the score itself.</source>
        <translation>Geprüft mit kombinatorisch bereinigten Teilungen: auch Zeilen nach einem Testblock trainieren, also sagt die Streuung über die Pfade mehr als der Score selbst.</translation>
    </message>
    <message>
        <source>Validated by {words}: the scores may be too good where labels overlap.</source>
        <translation>Geprüft mit: {words}: die Scores sind vielleicht zu gut, wo Labels sich überlappen.</translation>
    </message>
    <message>
        <source>Version of {name}</source>
        <translation>Version von {name}</translation>
    </message>
    <message>
        <source>Wait for it to finish, then try again.</source>
        <translation>Warten, bis es fertig ist, und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait until the champion has been wrong by two to one or more.</source>
        <translation>Warten, bis der Champion um zwei zu eins oder mehr danebenlag.</translation>
    </message>
    <message>
        <source>Waiting, for nothing can be kept; next try in {seconds} s. {error}</source>
        <translation>Wartet, denn nichts lässt sich behalten; nächster Versuch in {seconds} s. {error}</translation>
    </message>
    <message>
        <source>Warm start</source>
        <translation>Warmstart</translation>
    </message>
    <message>
        <source>Watch it without a batch model, or with one that was trained on its recorded signals.</source>
        <translation>Ohne Batch-Modell beobachten, oder mit einem, das auf seinen aufgezeichneten Signalen trainiert wurde.</translation>
    </message>
    <message>
        <source>Watched only: it runs in process {get}.</source>
        <translation>Nur beobachtet: er läuft in Prozess {get}.</translation>
    </message>
    <message>
        <source>Watching {words}.</source>
        <translation>Beobachtet wird {words}.</translation>
    </message>
    <message>
        <source>Weights are either given or locked.</source>
        <translation>Gewichte sind entweder gegeben oder gesperrt.</translation>
    </message>
    <message>
        <source>Weights are |realized R|, held between {weight_low} and {weight_high} and divided by their mean.</source>
        <translation>Gewichte sind |realisiertes R|, gehalten zwischen {weight_low} und {weight_high} und durch ihr Mittel geteilt.</translation>
    </message>
    <message>
        <source>Weights are |realized R|, held between {weight_low} and {weight_high} to the power {weight_power} and divided by their mean.</source>
        <translation>Gewichte sind |realisiertes R|, gehalten zwischen {weight_low} und {weight_high}, hoch {weight_power} und durch ihr Mittel geteilt.</translation>
    </message>
    <message>
        <source>Weights found</source>
        <translation>Gewichte gefunden</translation>
    </message>
    <message>
        <source>Weights must not be negative and one must be above 0.</source>
        <translation>Gewichte dürfen nicht negativ sein, und eines muss über 0 liegen.</translation>
    </message>
    <message>
        <source>Weights that follow the members&apos; success as labels arrive.</source>
        <translation>Gewichte, die dem Erfolg der Mitglieder folgen, wenn Labels eintreffen.</translation>
    </message>
    <message>
        <source>What the model to go on from was trained on is not known: the scores are marked as contaminated.</source>
        <translation>Worauf das fortzusetzende Modell trainiert wurde, ist nicht bekannt: die Scores gelten als verunreinigt.</translation>
    </message>
    <message>
        <source>What the parent&apos;s trees say counts for {share}.</source>
        <translation>Was die Bäume des Ausgangsmodells sagen, zählt zu {share}.</translation>
    </message>
    <message>
        <source>Worse than {over}: {what} {value} ({low} to {high}).</source>
        <translation>Schlechter als {over}: {what} {value} ({low} bis {high}).</translation>
    </message>
    <message>
        <source>Worse than {over}: {what} {value} ({value2} to {value3}; less is better).</source>
        <translation>Schlechter als {over}: {what} {value} ({value2} bis {value3}; weniger ist besser).</translation>
    </message>
    <message>
        <source>Write 1 to {longest} letters.</source>
        <translation>1 bis {longest} Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write a figure as auc &gt; 0.58, words as model = xgboost or tag:hourly, a state as is:starred; other words are looked for anywhere.</source>
        <translation>Eine Größe wie auc &gt; 0.58 schreiben, Wörter wie model = xgboost oder tag:hourly, einen Zustand wie is:starred; andere Wörter werden überall gesucht.</translation>
    </message>
    <message>
        <source>Write all of them alike, best as 2024-01-31T14:30:00Z.</source>
        <translation>Schreiben Sie alle gleich, am besten als 2024-01-31T14:30:00Z.</translation>
    </message>
    <message>
        <source>Write dates as 2024-01-31 and open the file again.</source>
        <translation>Datumsangaben als 2024-01-31 schreiben und die Datei neu öffnen.</translation>
    </message>
    <message>
        <source>Write dates as 2024-01-31 to be sure.</source>
        <translation>Zur Sicherheit Datumsangaben als 2024-01-31 schreiben.</translation>
    </message>
    <message>
        <source>Write every time with its zone, or all in UTC.</source>
        <translation>Jede Zeit mit ihrer Zone schreiben, oder alle in UTC.</translation>
    </message>
    <message>
        <source>Write it again as Feather version 2 or Parquet.</source>
        <translation>Als Feather Version 2 oder Parquet neu schreiben.</translation>
    </message>
    <message>
        <source>Write it as a kind and a place, as in tail:///path/signals.csv.</source>
        <translation>Als Art und Ort schreiben, wie in tail:///path/signals.csv.</translation>
    </message>
    <message>
        <source>Write it as redis://localhost:6379/0?stream=events.</source>
        <translation>Es als redis://localhost:6379/0?stream=events schreiben.</translation>
    </message>
    <message>
        <source>Write it as redis://localhost:6379/0?stream=signals.</source>
        <translation>Sie als redis://localhost:6379/0?stream=signals schreiben.</translation>
    </message>
    <message>
        <source>Write it as separate plain columns if models should see it.</source>
        <translation>Als getrennte einfache Spalten schreiben, wenn Modelle es sehen sollen.</translation>
    </message>
    <message>
        <source>Write it as simulate://?rate=10&amp;seed=0&amp;drift=abrupt.</source>
        <translation>Als simulate://?rate=10&amp;seed=0&amp;drift=abrupt schreiben.</translation>
    </message>
    <message>
        <source>Write it as {needed}.</source>
        <translation>Sie als {needed} schreiben.</translation>
    </message>
    <message>
        <source>Write the address with rediss://.</source>
        <translation>Die Adresse mit rediss:// schreiben.</translation>
    </message>
    <message>
        <source>Write the file without its index, or name the index.</source>
        <translation>Die Datei ohne Index schreiben oder den Index benennen.</translation>
    </message>
    <message>
        <source>Write the file without its index.</source>
        <translation>Die Datei ohne Index schreiben.</translation>
    </message>
    <message>
        <source>Write them as seed=7&amp;rows=20000.</source>
        <translation>Als seed=7&amp;rows=20000 schreiben.</translation>
    </message>
    <message>
        <source>Write times as 2024-01-31T14:30:00Z, or choose another column.</source>
        <translation>Zeiten als 2024-01-31T14:30:00Z schreiben oder eine andere Spalte wählen.</translation>
    </message>
    <message>
        <source>Writing the ONNX graph</source>
        <translation>Der ONNX-Graph wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>Das Paket wird geschrieben</translation>
    </message>
    <message>
        <source>Writing to MLflow</source>
        <translation>Es wird in MLflow geschrieben</translation>
    </message>
    <message>
        <source>Written on this machine and unchanged since.</source>
        <translation>Auf diesem Rechner geschrieben und seitdem unverändert.</translation>
    </message>
    <message>
        <source>X has {ndim} dimensions.</source>
        <translation>X hat {ndim} Dimensionen.</translation>
    </message>
    <message>
        <source>X is a {name}.</source>
        <translation>X ist ein {name}.</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a Feather file of the old version 1</source>
        <translation>eine Feather-Datei der alten Version 1</translation>
    </message>
    <message>
        <source>a NumPy array without column names</source>
        <translation>ein NumPy-Array ohne Spaltennamen</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Python pickle, which can run any program when it is opened</source>
        <translation>ein Python-Pickle, das beim Öffnen jedes Programm ausführen kann</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a library&apos;s own file</source>
        <translation>eigene Datei einer Bibliothek</translation>
    </message>
    <message>
        <source>a library&apos;s own file carries neither hashes nor canary rows, so nothing shows whether it was changed on its way.</source>
        <translation>die eigene Datei einer Bibliothek hat weder Prüfsummen noch Prüfzeilen, also zeigt nichts, ob sie unterwegs geändert wurde.</translation>
    </message>
    <message>
        <source>a loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>a number too large for a float</source>
        <translation>eine Zahl, die für eine Fließkommazahl zu groß ist</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a whole number of more than {digits} digits</source>
        <translation>eine ganze Zahl mit mehr als {digits} Stellen</translation>
    </message>
    <message>
        <source>a win</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>about {days} days</source>
        <translation>etwa {days} Tagen</translation>
    </message>
    <message>
        <source>about {days} hours</source>
        <translation>etwa {days} Stunden</translation>
    </message>
    <message>
        <source>all {schema}</source>
        <translation>alle {schema}</translation>
    </message>
    <message>
        <source>always missing</source>
        <translation>immer leer</translation>
    </message>
    <message>
        <source>an Avro file</source>
        <translation>eine Avro-Datei</translation>
    </message>
    <message>
        <source>an Excel workbook (old format)</source>
        <translation>eine Excel-Mappe (altes Format)</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>an ORC file</source>
        <translation>eine ORC-Datei</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>and this high in {p_value} of cases</source>
        <translation>und in {p_value} der Fälle so hoch</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>better than</source>
        <translation>besser als</translation>
    </message>
    <message>
        <source>bringing back {signals} signals</source>
        <translation>{signals} Signale werden zurückgeholt</translation>
    </message>
    <message>
        <source>cannot be told: it is not in the journal</source>
        <translation>lässt sich nicht sagen: es steht nicht im Journal</translation>
    </message>
    <message>
        <source>cannot be told: the events have no times</source>
        <translation>lässt sich nicht sagen: die Ereignisse haben keine Zeiten</translation>
    </message>
    <message>
        <source>champion&apos;s scores, {end} of {table}</source>
        <translation>Scores des Champions, {end} von {table}</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>chosen ({error})</source>
        <translation>gewählt ({error})</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>von Hand gewählt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>definition of service</source>
        <translation>Definition des Dienstes</translation>
    </message>
    <message>
        <source>delay={delay} is too long for rows={rows}.</source>
        <translation>delay={delay} ist zu lang für rows={rows}.</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>difference in expected R</source>
        <translation>Unterschied im erwarteten R</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>Abstand {distance}</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>does not support SSL</source>
        <translation>kann kein SSL</translation>
    </message>
    <message>
        <source>drift={options} is not possible.</source>
        <translation>drift={options} ist nicht möglich.</translation>
    </message>
    <message>
        <source>earlier study</source>
        <translation>frühere Studie</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>den frühen Stopp</translation>
    </message>
    <message>
        <source>encoding features</source>
        <translation>Merkmale werden kodiert</translation>
    </message>
    <message>
        <source>encoding {name}</source>
        <translation>{name} wird kodiert</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>entry {name}</source>
        <translation>Eintrag {name}</translation>
    </message>
    <message>
        <source>equal shares beside the locked weights</source>
        <translation>gleiche Anteile neben den gesperrten Gewichten</translation>
    </message>
    <message>
        <source>equal weights</source>
        <translation>gleiche Gewichte</translation>
    </message>
    <message>
        <source>errors of the champion</source>
        <translation>Fehlerrate des Champions</translation>
    </message>
    <message>
        <source>errors of the online model</source>
        <translation>Fehlerrate des Online-Modells</translation>
    </message>
    <message>
        <source>event log: connecting</source>
        <translation>Ereignislog: verbindet</translation>
    </message>
    <message>
        <source>event log: {place} events sent</source>
        <translation>Ereignislog: {place} Ereignisse gesendet</translation>
    </message>
    <message>
        <source>event log: {waiting} events wait in the journal, next try in {soon} ({why})</source>
        <translation>Ereignislog: {waiting} Ereignisse warten im Journal, nächster Versuch in {soon} ({why})</translation>
    </message>
    <message>
        <source>event {done} of {total}</source>
        <translation>Ereignis {done} von {total}</translation>
    </message>
    <message>
        <source>expected R</source>
        <translation>erwartetes R</translation>
    </message>
    <message>
        <source>export of {run}</source>
        <translation>Export von {run}</translation>
    </message>
    <message>
        <source>feature set</source>
        <translation>Merkmalssatz</translation>
    </message>
    <message>
        <source>format {state}</source>
        <translation>Format {state}</translation>
    </message>
    <message>
        <source>from={options} is not possible.</source>
        <translation>from={options} ist nicht möglich.</translation>
    </message>
    <message>
        <source>grand total</source>
        <translation>Gesamtsumme</translation>
    </message>
    <message>
        <source>gzip, CSV, {name}</source>
        <translation>gzip, CSV, {name}</translation>
    </message>
    <message>
        <source>half a character</source>
        <translation>ein halbes Zeichen</translation>
    </message>
    <message>
        <source>has in addition</source>
        <translation>hat zusätzlich</translation>
    </message>
    <message>
        <source>has with another type</source>
        <translation>hat mit anderer Art</translation>
    </message>
    <message>
        <source>in all that is recorded</source>
        <translation>in allem, was aufgezeichnet ist</translation>
    </message>
    <message>
        <source>in another order</source>
        <translation>in anderer Folge</translation>
    </message>
    <message>
        <source>in the last {days} days</source>
        <translation>in den letzten {days} Tagen</translation>
    </message>
    <message>
        <source>is another table than before</source>
        <translation>ist eine andere Tabelle als zuvor</translation>
    </message>
    <message>
        <source>it combines single categories</source>
        <translation>es kombiniert einzelne Kategorien</translation>
    </message>
    <message>
        <source>it combines too many categories</source>
        <translation>es kombiniert zu viele Kategorien</translation>
    </message>
    <message>
        <source>it compares categories by their order</source>
        <translation>es vergleicht Kategorien nach ihrer Folge</translation>
    </message>
    <message>
        <source>it could not learn: {why}</source>
        <translation>es konnte nicht lernen: {why}</translation>
    </message>
    <message>
        <source>it failed ({name})</source>
        <translation>es scheiterte ({name})</translation>
    </message>
    <message>
        <source>it gave an answer that makes no sense ({name}: {reason})</source>
        <translation>es gab eine Antwort ohne Sinn ({name}: {reason})</translation>
    </message>
    <message>
        <source>it gave no number</source>
        <translation>es gab keine Zahl</translation>
    </message>
    <message>
        <source>it has no id</source>
        <translation>es hat keine Kennung</translation>
    </message>
    <message>
        <source>it has no trees</source>
        <translation>es hat keine Bäume</translation>
    </message>
    <message>
        <source>it has several outputs</source>
        <translation>es hat mehrere Ausgaben</translation>
    </message>
    <message>
        <source>it has texts or embeddings</source>
        <translation>es hat Texte oder Einbettungen</translation>
    </message>
    <message>
        <source>it has too many categories</source>
        <translation>es hat zu viele Kategorien</translation>
    </message>
    <message>
        <source>it has {values} fields where the header has {names}</source>
        <translation>sie hat {values} Felder, wo der Kopf {names} hat</translation>
    </message>
    <message>
        <source>it holds neither a feature of the model nor a label</source>
        <translation>es enthält weder ein Merkmal des Modells noch ein Label</translation>
    </message>
    <message>
        <source>it is a label without an outcome</source>
        <translation>es ist ein Label ohne Ausgang</translation>
    </message>
    <message>
        <source>it is a label without the id of its signal</source>
        <translation>es ist ein Label ohne die Kennung seines Signals</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is no UTF-8 text</source>
        <translation>es ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>it was changed or damaged</source>
        <translation>es wurde geändert oder beschädigt</translation>
    </message>
    <message>
        <source>it was learnt with other features than the batch model&apos;s</source>
        <translation>es wurde mit anderen Merkmalen gelernt als denen des Batch-Modells</translation>
    </message>
    <message>
        <source>it was not loaded</source>
        <translation>es wurde nicht geladen</translation>
    </message>
    <message>
        <source>it watched with {state}</source>
        <translation>es beobachtete mit {state}</translation>
    </message>
    <message>
        <source>its arrays do not give what the library gives</source>
        <translation>seine Felder geben nicht wieder, was die Bibliothek gibt</translation>
    </message>
    <message>
        <source>its arrays do not hang together</source>
        <translation>seine Felder passen nicht zusammen</translation>
    </message>
    <message>
        <source>its base score is no probability</source>
        <translation>sein Grundscore ist keine Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>its booster is {booster}</source>
        <translation>sein Booster ist {booster}</translation>
    </message>
    <message>
        <source>its id {shown} is no name</source>
        <translation>die Kennung {shown} ist kein Name</translation>
    </message>
    <message>
        <source>its kind is {shown}, neither signal nor label</source>
        <translation>die Art ist {shown}, weder Signal noch Label</translation>
    </message>
    <message>
        <source>its label is {shown}, neither win nor loss</source>
        <translation>das Label ist {shown}, weder Gewinn noch Verlust</translation>
    </message>
    <message>
        <source>its leaves are linear</source>
        <translation>seine Blätter sind linear</translation>
    </message>
    <message>
        <source>its line is longer than 1 MiB</source>
        <translation>ihre Zeile ist länger als 1 MiB</translation>
    </message>
    <message>
        <source>its quotes do not close on the line</source>
        <translation>ihre Anführungszeichen enden nicht in der Zeile</translation>
    </message>
    <message>
        <source>its realized R is {shown}, not a number</source>
        <translation>das realisierte R ist {shown}, keine Zahl</translation>
    </message>
    <message>
        <source>its trees are averaged</source>
        <translation>seine Bäume werden gemittelt</translation>
    </message>
    <message>
        <source>its trees are no trees</source>
        <translation>seine Bäume sind keine Bäume</translation>
    </message>
    <message>
        <source>its trees are not symmetric</source>
        <translation>seine Bäume sind nicht symmetrisch</translation>
    </message>
    <message>
        <source>its trees are too deep</source>
        <translation>seine Bäume sind zu tief</translation>
    </message>
    <message>
        <source>its trees are too large for ONNX</source>
        <translation>seine Bäume sind zu groß für ONNX</translation>
    </message>
    <message>
        <source>its trees are written in an unknown way</source>
        <translation>seine Bäume sind auf unbekannte Art geschrieben</translation>
    </message>
    <message>
        <source>its trees ask for more features than it has</source>
        <translation>seine Bäume verlangen mehr Merkmale, als es hat</translation>
    </message>
    <message>
        <source>its {name} is no JSON object</source>
        <translation>{name} ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its {name} is no JSON: {shown}</source>
        <translation>{name} ist kein JSON: {shown}</translation>
    </message>
    <message>
        <source>its {what} is {shown}, which is no time of 1980 to 2100</source>
        <translation>{what} ist {shown}, keine Zeit von 1980 bis 2100</translation>
    </message>
    <message>
        <source>its {what} {shown} lies more than an hour ahead of the clock</source>
        <translation>{what} {shown} liegt mehr als eine Stunde vor der Uhr</translation>
    </message>
    <message>
        <source>label time</source>
        <translation>Label-Zeit</translation>
    </message>
    <message>
        <source>last event just now</source>
        <translation>letztes Ereignis gerade eben</translation>
    </message>
    <message>
        <source>last event just now, reconnecting ({why})</source>
        <translation>letztes Ereignis gerade eben, verbindet neu ({why})</translation>
    </message>
    <message>
        <source>last event just now, reconnecting, next try in {span} ({why})</source>
        <translation>letztes Ereignis gerade eben, verbindet neu, nächster Versuch in {span} ({why})</translation>
    </message>
    <message>
        <source>last event {span} ago</source>
        <translation>letztes Ereignis vor {span}</translation>
    </message>
    <message>
        <source>last event {span} ago, reconnecting ({why})</source>
        <translation>letztes Ereignis vor {span}, verbindet neu ({why})</translation>
    </message>
    <message>
        <source>last event {span} ago, reconnecting, next try in {span2} ({why})</source>
        <translation>letztes Ereignis vor {span}, verbindet neu, nächster Versuch in {span2} ({why})</translation>
    </message>
    <message>
        <source>line {lines}</source>
        <translation>Zeile {lines}</translation>
    </message>
    <message>
        <source>line {line}: {text}</source>
        <translation>Zeile {line}: {text}</translation>
    </message>
    <message>
        <source>linear model: {error}</source>
        <translation>lineares Modell: {error}</translation>
    </message>
    <message>
        <source>lines {lines}</source>
        <translation>Zeilen {lines}</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>Log-Loss</translation>
    </message>
    <message>
        <source>log loss of the champion</source>
        <translation>Log-Loss des Champions</translation>
    </message>
    <message>
        <source>log loss of the online model</source>
        <translation>Log-Loss des Online-Modells</translation>
    </message>
    <message>
        <source>looking at {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>made up here, no server</source>
        <translation>hier erfunden, kein Server</translation>
    </message>
    <message>
        <source>many different values</source>
        <translation>viele verschiedene Werte</translation>
    </message>
    <message>
        <source>missing in more than half of the rows</source>
        <translation>in mehr als der Hälfte der Zeilen leer</translation>
    </message>
    <message>
        <source>missing {missing_now} after {missing_before}</source>
        <translation>fehlend {missing_now} nach {missing_before}</translation>
    </message>
    <message>
        <source>more than luck</source>
        <translation>mehr als Glück</translation>
    </message>
    <message>
        <source>more than {depth} levels</source>
        <translation>mehr als {depth} Ebenen</translation>
    </message>
    <message>
        <source>newer than</source>
        <translation>neuer als</translation>
    </message>
    <message>
        <source>next event in {span}</source>
        <translation>nächstes Ereignis in {span}</translation>
    </message>
    <message>
        <source>next to come</source>
        <translation>das nächste</translation>
    </message>
    <message>
        <source>no batch model: the score is the online model&apos;s alone</source>
        <translation>kein Batch-Modell: der Score ist der des Online-Modells allein</translation>
    </message>
    <message>
        <source>no better than</source>
        <translation>nicht besser als</translation>
    </message>
    <message>
        <source>no better than luck</source>
        <translation>nicht besser als Glück</translation>
    </message>
    <message>
        <source>no event for {span}, where one usually comes every {span2}</source>
        <translation>seit {span} kein Ereignis, wo sonst alle {span2} eines kommt</translation>
    </message>
    <message>
        <source>no event yet</source>
        <translation>noch kein Ereignis</translation>
    </message>
    <message>
        <source>no event yet, reconnecting ({why})</source>
        <translation>noch kein Ereignis, verbindet neu ({why})</translation>
    </message>
    <message>
        <source>no event yet, reconnecting, next try in {span} ({why})</source>
        <translation>noch kein Ereignis, verbindet neu, nächster Versuch in {span} ({why})</translation>
    </message>
    <message>
        <source>no keyring of the system; passwords come from the environment, .pgpass or are asked for</source>
        <translation>kein Schlüsselbund des Systems; Passwörter kommen aus der Umgebung, .pgpass oder werden erfragt</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>no pg_hba.conf entry</source>
        <translation>kein Eintrag in pg_hba.conf</translation>
    </message>
    <message>
        <source>no score: {words}</source>
        <translation>kein Score: {words}</translation>
    </message>
    <message>
        <source>not borne out</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>not installed; passwords come from the environment, .pgpass or are asked for</source>
        <translation>nicht installiert; Passwörter kommen aus der Umgebung, .pgpass oder werden erfragt</translation>
    </message>
    <message>
        <source>not on your list</source>
        <translation>nicht auf der eigenen Liste</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>nicht bewiesen</translation>
    </message>
    <message>
        <source>not tried here: {words}</source>
        <translation>hier nicht versucht: {words}</translation>
    </message>
    <message>
        <source>nothing can be compiled here ({failure})</source>
        <translation>hier lässt sich nichts übersetzen ({failure})</translation>
    </message>
    <message>
        <source>of all that its contributions moved, most is {said}</source>
        <translation>von allem, was seine Beiträge bewegte, ist das meiste {said}</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>older than</source>
        <translation>älter als</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>einer von</translation>
    </message>
    <message>
        <source>one of {looks} looks at these outcomes ({found}), worth {number} independent ones</source>
        <translation>einer von {looks} Blicken auf diese Ausgänge ({found}), so viel wert wie {number} unabhängige</translation>
    </message>
    <message>
        <source>online model</source>
        <translation>Online-Modell</translation>
    </message>
    <message>
        <source>online {stem}</source>
        <translation>online {stem}</translation>
    </message>
    <message>
        <source>onnxruntime is not installed</source>
        <translation>onnxruntime ist nicht installiert</translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation>über 99 %</translation>
    </message>
    <message>
        <source>packed with bzip2</source>
        <translation>mit bzip2 gepackt</translation>
    </message>
    <message>
        <source>packed with xz</source>
        <translation>mit xz gepackt</translation>
    </message>
    <message>
        <source>packed with zstd</source>
        <translation>mit zstd gepackt</translation>
    </message>
    <message>
        <source>passwords can be kept in {name}</source>
        <translation>Passwörter lassen sich behalten in {name}</translation>
    </message>
    <message>
        <source>pending labels: {error}</source>
        <translation>ausstehende Labels: {error}</translation>
    </message>
    <message>
        <source>preparing the compiled loops, once a machine</source>
        <translation>die übersetzten Schleifen werden vorbereitet, einmal je Rechner</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>privater Schlüssel</translation>
    </message>
    <message>
        <source>probability {better}</source>
        <translation>Wahrscheinlichkeit {better}</translation>
    </message>
    <message>
        <source>process {getpid}</source>
        <translation>Prozess {getpid}</translation>
    </message>
    <message>
        <source>promoted by hand</source>
        <translation>von Hand befördert</translation>
    </message>
    <message>
        <source>reading event {place}</source>
        <translation>Ereignis {place} wird gelesen</translation>
    </message>
    <message>
        <source>reading event {place} of {total}</source>
        <translation>Ereignis {place} von {total} wird gelesen</translation>
    </message>
    <message>
        <source>reading signal {place} of {examples}</source>
        <translation>Signal {place} von {examples} wird gelesen</translation>
    </message>
    <message>
        <source>reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>reading {run_label}</source>
        <translation>{run_label} wird gelesen</translation>
    </message>
    <message>
        <source>reading {signals} signals</source>
        <translation>{signals} Signale werden gelesen</translation>
    </message>
    <message>
        <source>realized R</source>
        <translation>realisiertes R</translation>
    </message>
    <message>
        <source>reconnecting, next try in {span}</source>
        <translation>verbindet neu, nächster Versuch in {span}</translation>
    </message>
    <message>
        <source>repeating the last label</source>
        <translation>Wiederholen des letzten Labels</translation>
    </message>
    <message>
        <source>retrain</source>
        <translation>neues Training</translation>
    </message>
    <message>
        <source>right, key {fingerprint} ({name})</source>
        <translation>stimmt, Schlüssel {fingerprint} ({name})</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>row {first}</source>
        <translation>Zeile {first}</translation>
    </message>
    <message>
        <source>row {first} and {len} more</source>
        <translation>Zeile {first} und {len} weitere</translation>
    </message>
    <message>
        <source>row {key}</source>
        <translation>Zeile {key}</translation>
    </message>
    <message>
        <source>row {numbers}</source>
        <translation>Zeile {numbers}</translation>
    </message>
    <message>
        <source>row {row}: {beside}</source>
        <translation>Zeile {row}: {beside}</translation>
    </message>
    <message>
        <source>row {start}</source>
        <translation>Zeile {start}</translation>
    </message>
    <message>
        <source>row {start} of {count}</source>
        <translation>Zeile {start} von {count}</translation>
    </message>
    <message>
        <source>row {start} of {matrix}</source>
        <translation>Zeile {start} von {matrix}</translation>
    </message>
    <message>
        <source>rows in memory</source>
        <translation>Zeilen im Speicher</translation>
    </message>
    <message>
        <source>rows {first}</source>
        <translation>Zeilen {first}</translation>
    </message>
    <message>
        <source>rows {first} and {len} more</source>
        <translation>Zeilen {first} und {len} weitere</translation>
    </message>
    <message>
        <source>rows {numbers}</source>
        <translation>Zeilen {numbers}</translation>
    </message>
    <message>
        <source>seed and rows are whole numbers.</source>
        <translation>seed und rows sind ganze Zahlen.</translation>
    </message>
    <message>
        <source>separated by {separators}</source>
        <translation>getrennt durch {separators}</translation>
    </message>
    <message>
        <source>separated by {separators}, decimal comma</source>
        <translation>getrennt durch {separators}, Dezimalkomma</translation>
    </message>
    <message>
        <source>signal time</source>
        <translation>Signalzeit</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>signals at full speed</source>
        <translation>Signale so schnell wie möglich</translation>
    </message>
    <message>
        <source>signed by a known key</source>
        <translation>mit bekanntem Schlüssel signiert</translation>
    </message>
    <message>
        <source>signed by an unknown key</source>
        <translation>mit unbekanntem Schlüssel signiert</translation>
    </message>
    <message>
        <source>some of its splits ask for what ONNX trees do not know</source>
        <translation>einige seiner Teilungen fragen, was ONNX-Bäume nicht kennen</translation>
    </message>
    <message>
        <source>sslmode={options} is not possible.</source>
        <translation>sslmode={options} ist nicht möglich.</translation>
    </message>
    <message>
        <source>sums of floats are split by threads; the count is recorded with the model</source>
        <translation>Summen von Fließkommazahlen hängen von den Threads ab; ihre Zahl steht beim Modell</translation>
    </message>
    <message>
        <source>that of this program</source>
        <translation>die dieses Programms</translation>
    </message>
    <message>
        <source>the batch model failed ({error})</source>
        <translation>das Batch-Modell scheiterte ({error})</translation>
    </message>
    <message>
        <source>the batch model gave no number</source>
        <translation>das Batch-Modell gab keine Zahl</translation>
    </message>
    <message>
        <source>the best member, {best}</source>
        <translation>das beste Mitglied, {best}</translation>
    </message>
    <message>
        <source>the best of</source>
        <translation>der beste von</translation>
    </message>
    <message>
        <source>the best of {looks} looks at these outcomes ({found}), worth {number} independent ones</source>
        <translation>der beste von {looks} Blicken auf diese Ausgänge ({found}), so viel wert wie {number} unabhängige</translation>
    </message>
    <message>
        <source>the blend</source>
        <translation>die Mischung</translation>
    </message>
    <message>
        <source>the champion, {name}</source>
        <translation>der Champion, {name}</translation>
    </message>
    <message>
        <source>the chosen column</source>
        <translation>die gewählte Spalte</translation>
    </message>
    <message>
        <source>the chosen {count}</source>
        <translation>die gewählten {count}</translation>
    </message>
    <message>
        <source>the column</source>
        <translation>die Spalte</translation>
    </message>
    <message>
        <source>the columns</source>
        <translation>die Spalten</translation>
    </message>
    <message>
        <source>the compact form</source>
        <translation>die kompakte Form</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the dynamic mean</source>
        <translation>das dynamische Mittel</translation>
    </message>
    <message>
        <source>the ensemble</source>
        <translation>das Ensemble</translation>
    </message>
    <message>
        <source>the file is at its end</source>
        <translation>die Datei ist zu Ende</translation>
    </message>
    <message>
        <source>the first look at these outcomes</source>
        <translation>der erste Blick auf diese Ausgänge</translation>
    </message>
    <message>
        <source>the folds agree in part</source>
        <translation>die Blöcke sind sich teils einig</translation>
    </message>
    <message>
        <source>the folds agree on what matters</source>
        <translation>die Blöcke sind sich einig, worauf es ankommt</translation>
    </message>
    <message>
        <source>the folds do not agree: the ranking is mostly luck</source>
        <translation>die Blöcke sind sich nicht einig: die Rangfolge ist meist Glück</translation>
    </message>
    <message>
        <source>the greedy selection</source>
        <translation>die gierige Auswahl</translation>
    </message>
    <message>
        <source>the label</source>
        <translation>das Label</translation>
    </message>
    <message>
        <source>the labels, {away}</source>
        <translation>die Labels, {away}</translation>
    </message>
    <message>
        <source>the line at byte {at} of {name}</source>
        <translation>die Zeile bei Byte {at} von {name}</translation>
    </message>
    <message>
        <source>the more frequent class</source>
        <translation>die häufigere Klasse</translation>
    </message>
    <message>
        <source>the name of a field is no text</source>
        <translation>der Name eines Felds ist kein Text</translation>
    </message>
    <message>
        <source>the next row</source>
        <translation>der nächsten Zeile</translation>
    </message>
    <message>
        <source>the number of its categories is not known</source>
        <translation>die Zahl seiner Kategorien ist nicht bekannt</translation>
    </message>
    <message>
        <source>the online learner has no trees</source>
        <translation>der Online-Lerner hat keine Bäume</translation>
    </message>
    <message>
        <source>the online model has learnt nothing yet</source>
        <translation>das Online-Modell hat noch nichts gelernt</translation>
    </message>
    <message>
        <source>the online model stands alone</source>
        <translation>das Online-Modell steht allein</translation>
    </message>
    <message>
        <source>the others go on</source>
        <translation>die anderen machen weiter</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>the row has {actual_columns} fields instead of {expected_columns}</source>
        <translation>die Zeile hat {actual_columns} Felder statt {expected_columns}</translation>
    </message>
    <message>
        <source>the same in every row</source>
        <translation>in jeder Zeile gleich</translation>
    </message>
    <message>
        <source>the same key twice</source>
        <translation>denselben Schlüssel zweimal</translation>
    </message>
    <message>
        <source>the schema</source>
        <translation>das Schema</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>der Stapel</translation>
    </message>
    <message>
        <source>the stream is gone</source>
        <translation>der Stream ist weg</translation>
    </message>
    <message>
        <source>the stream was removed</source>
        <translation>der Stream wurde entfernt</translation>
    </message>
    <message>
        <source>the weighted average</source>
        <translation>das gewichtete Mittel</translation>
    </message>
    <message>
        <source>the weights before</source>
        <translation>die Gewichte davor</translation>
    </message>
    <message>
        <source>there is no file {path}</source>
        <translation>es gibt keine Datei {path}</translation>
    </message>
    <message>
        <source>there is no folder {folder}</source>
        <translation>es gibt keinen Ordner {folder}</translation>
    </message>
    <message>
        <source>these very rows, so none of them counts</source>
        <translation>genau diesen Zeilen, also zählt keine davon</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>trained further</source>
        <translation>weiter trainiert</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>tree budget</source>
        <translation>Baumbudget</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>trials 1 to {every} of {model}</source>
        <translation>Versuche 1 bis {every} von {model}</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>Grund unbekannt</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>warm start</source>
        <translation>Warmstart</translation>
    </message>
    <message>
        <source>was not read for very long</source>
        <translation>wurde sehr lange nicht gelesen</translation>
    </message>
    <message>
        <source>what is used</source>
        <translation>was verwendet wird</translation>
    </message>
    <message>
        <source>what it says no longer goes with the outcomes: {said}</source>
        <translation>was es sagt, geht nicht mehr mit den Ausgängen: {said}</translation>
    </message>
    <message>
        <source>wins</source>
        <translation>Gewinne</translation>
    </message>
    <message>
        <source>with {named}</source>
        <translation>mit {named}</translation>
    </message>
    <message>
        <source>withdrawn by hand</source>
        <translation>von Hand zurückgezogen</translation>
    </message>
    <message>
        <source>without {named}</source>
        <translation>ohne {named}</translation>
    </message>
    <message>
        <source>without {named} and with {named2}</source>
        <translation>ohne {named} und mit {named2}</translation>
    </message>
    <message>
        <source>without {name} in {gone} of {present} rows: it gave no number</source>
        <translation>ohne {name} in {gone} von {present} Zeilen: es gab keine Zahl</translation>
    </message>
    <message>
        <source>without {name}: {words}</source>
        <translation>ohne {name}: {words}</translation>
    </message>
    <message>
        <source>would have fired {many}× in all that is recorded</source>
        <translation>hätte {many}× ausgelöst in allem, was aufgezeichnet ist</translation>
    </message>
    <message>
        <source>would have fired {many}× in the last {days} days</source>
        <translation>hätte {many}× ausgelöst in den letzten {days} Tagen</translation>
    </message>
    <message>
        <source>written here</source>
        <translation>hier geschrieben</translation>
    </message>
    <message>
        <source>{absent} not installed</source>
        <translation>{absent} nicht installiert</translation>
    </message>
    <message>
        <source>{again} not for the first time, such as {ids}.</source>
        <translation>{again} nicht zum ersten Mal, etwa {ids}.</translation>
    </message>
    <message>
        <source>{bad} not a finite number, taken as missing: {words}.</source>
        <translation>{bad} ohne endliche Zahl gelten als fehlend: {words}.</translation>
    </message>
    <message>
        <source>{before} challenges the champion no more ({reason}).</source>
        <translation>{before} fordert den Champion nicht mehr heraus ({reason}).</translation>
    </message>
    <message>
        <source>{by_hand} by hand</source>
        <translation>{by_hand} von Hand</translation>
    </message>
    <message>
        <source>{chosen} features are {message}: {chosen2}.</source>
        <translation>{chosen} Merkmale sind {message}: {chosen2}.</translation>
    </message>
    <message>
        <source>{column} alone tells wins from losses with an AUC of {auc}</source>
        <translation>{column} allein trennt Gewinne von Verlusten mit einer AUC von {auc}</translation>
    </message>
    <message>
        <source>{column} is blank just where the outcome is open</source>
        <translation>{column} ist genau dort leer, wo der Ausgang offen ist</translation>
    </message>
    <message>
        <source>{counted} in MLflow.</source>
        <translation>{counted} in MLflow.</translation>
    </message>
    <message>
        <source>{count} entries of {source} were left out; the first, {first}: {first2}.</source>
        <translation>{count} Einträge von {source} wurden weggelassen; der erste, {first}: {first2}.</translation>
    </message>
    <message>
        <source>{count} run</source>
        <translation>{count} Lauf</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>{count} Läufe</translation>
    </message>
    <message>
        <source>{dates} holds dates.</source>
        <translation>{dates} enthält Datumsangaben.</translation>
    </message>
    <message>
        <source>{day} and {clock} joined to one time.</source>
        <translation>{day} und {clock} zu einer Zeit verbunden.</translation>
    </message>
    <message>
        <source>{dropped} of {total} columns dropped{listed}.</source>
        <translation>{dropped} von {total} Spalten weggelassen{listed}.</translation>
    </message>
    <message>
        <source>{earlier} rows are left to search on.</source>
        <translation>{earlier} Zeilen bleiben zum Suchen.</translation>
    </message>
    <message>
        <source>{early} known before the signal itself: {words}.</source>
        <translation>{early} vor dem Signal selbst bekannt: {words}.</translation>
    </message>
    <message>
        <source>{entry} was left out: {entry2}.</source>
        <translation>{entry} wurde weggelassen: {entry2}.</translation>
    </message>
    <message>
        <source>{error} All waits until it can be kept; nothing is lost.</source>
        <translation>{error} Alles wartet, bis es sich behalten lässt; nichts geht verloren.</translation>
    </message>
    <message>
        <source>{expected} expected, {found} found</source>
        <translation>{expected} erwartet, {found} gefunden</translation>
    </message>
    <message>
        <source>{fault}: the score is the online model&apos;s alone</source>
        <translation>{fault}: der Score ist der des Online-Modells allein</translation>
    </message>
    <message>
        <source>{features} features: {features2}.</source>
        <translation>{features} Merkmale: {features2}.</translation>
    </message>
    <message>
        <source>{files} files</source>
        <translation>{files} Dateien</translation>
    </message>
    <message>
        <source>{files} files, {size} bytes.</source>
        <translation>{files} Dateien, {size} Bytes.</translation>
    </message>
    <message>
        <source>{file} has no header: its columns are called column_1 to column_{width}.</source>
        <translation>{file} hat keine Kopfzeile: die Spalten heißen column_1 bis column_{width}.</translation>
    </message>
    <message>
        <source>{file} is ignored because others may read it: chmod 600 {file2}.</source>
        <translation>{file} wird übergangen, weil andere sie lesen können: chmod 600 {file2}.</translation>
    </message>
    <message>
        <source>{first} and {b} cannot be compared: these rows hold fewer than two wins or two losses.</source>
        <translation>{first} und {b} lassen sich nicht vergleichen: diese Zeilen enthalten weniger als zwei Gewinne oder zwei Verluste.</translation>
    </message>
    <message>
        <source>{first} and {b} rank these rows alike.</source>
        <translation>{first} und {b} ordnen diese Zeilen gleich.</translation>
    </message>
    <message>
        <source>{first} is better than {b}: {what} {value} ({low} to {high}), probability {better}.</source>
        <translation>{first} ist besser als {b}: {what} {value} ({low} bis {high}), Wahrscheinlichkeit {better}.</translation>
    </message>
    <message>
        <source>{first} is worse than {b}: {what} {value} ({low} to {high}), probability {better} of being better.</source>
        <translation>{first} ist schlechter als {b}: {what} {value} ({low} bis {high}), Wahrscheinlichkeit {better}, besser zu sein.</translation>
    </message>
    <message>
        <source>{first} of {source} was left out: {first2}.</source>
        <translation>{first} von {source} wurde weggelassen: {first2}.</translation>
    </message>
    <message>
        <source>{first}/{second} may be the {first2}. of month {second2} or the {second3}. of month {first3}: no date of the file tells.</source>
        <translation>{first}/{second} kann der {first2}. des Monats {second2} oder der {second3}. des Monats {first3} sein: kein Datum der Datei verrät es.</translation>
    </message>
    <message>
        <source>{found} searches begin so.</source>
        <translation>{found} Suchen beginnen so.</translation>
    </message>
    <message>
        <source>{gone} left out for having no readable time: {words}.</source>
        <translation>{gone} ohne lesbare Zeit weggelassen: {words}.</translation>
    </message>
    <message>
        <source>{gone} left out for having only empty cells: {lines_words}.</source>
        <translation>{gone} weggelassen, weil alle Zellen leer sind: {lines_words}.</translation>
    </message>
    <message>
        <source>{gone} with a known outcome but no realised ratio: {words}.</source>
        <translation>{gone} mit bekanntem Ausgang, aber ohne realisiertes Verhältnis: {words}.</translation>
    </message>
    <message>
        <source>{gone} with a known outcome but no time of it: {words}.</source>
        <translation>{gone} mit bekanntem Ausgang, aber ohne dessen Zeit: {words}.</translation>
    </message>
    <message>
        <source>{huge} beyond {huge_r} R: {words}.</source>
        <translation>{huge} jenseits von {huge_r} R: {words}.</translation>
    </message>
    <message>
        <source>{id} cannot name a run.</source>
        <translation>{id} kann keinen Lauf benennen.</translation>
    </message>
    <message>
        <source>{id} has no trial {told}:{told2}.</source>
        <translation>{id} hat keinen Versuch {told}:{told2}.</translation>
    </message>
    <message>
        <source>{id} is an ensemble itself.</source>
        <translation>{id} ist selbst ein Ensemble.</translation>
    </message>
    <message>
        <source>{id} is named twice.</source>
        <translation>{id} ist zweimal genannt.</translation>
    </message>
    <message>
        <source>{id} is the champion.</source>
        <translation>{id} ist der Champion.</translation>
    </message>
    <message>
        <source>{id} searched other features than this file has.</source>
        <translation>{id} hat andere Merkmale durchsucht, als diese Datei hat.</translation>
    </message>
    <message>
        <source>{inherited} at a part of these rows</source>
        <translation>{inherited} auf einem Teil dieser Zeilen</translation>
    </message>
    <message>
        <source>{kept} of {trees} trees cannot be kept.</source>
        <translation>{kept} von {trees} Bäumen lassen sich nicht behalten.</translation>
    </message>
    <message>
        <source>{key} holds numbers; so far it was a text.</source>
        <translation>{key} enthält Zahlen; bisher war es ein Text.</translation>
    </message>
    <message>
        <source>{kind} is not installed</source>
        <translation>{kind} ist nicht installiert</translation>
    </message>
    <message>
        <source>{known} features: {names} and {len} more.</source>
        <translation>{known} Merkmale: {names} und {len} weitere.</translation>
    </message>
    <message>
        <source>{known} features: {names}.</source>
        <translation>{known} Merkmale: {names}.</translation>
    </message>
    <message>
        <source>{labels} labels</source>
        <translation>{labels} Labels</translation>
    </message>
    <message>
        <source>{lacking} could not be trained any more.</source>
        <translation>Nicht mehr trainiert: {lacking}.</translation>
    </message>
    <message>
        <source>{later} rows later</source>
        <translation>{later} Zeilen später</translation>
    </message>
    <message>
        <source>{late} in the future: {words}.</source>
        <translation>{late} in der Zukunft: {words}.</translation>
    </message>
    <message>
        <source>{leaves} in the libraries&apos; own format: {compact_bytes} bytes instead of {native_bytes}; over {rows} rows a probability moves by at most {largest_difference}, AUC by {auc_change}; decisions that change: {flipped}.</source>
        <translation>{leaves} im eigenen Format der Bibliotheken: {compact_bytes} Bytes statt {native_bytes}; auf {rows} Zeilen verschiebt sich eine Wahrscheinlichkeit um höchstens {largest_difference}, die AUC um {auc_change}; Entscheidungen, die sich ändern: {flipped}.</translation>
    </message>
    <message>
        <source>{leaves} in the libraries&apos; own format: {compact_bytes} bytes instead of {native_bytes}; over {rows} rows a probability moves by at most {largest_difference}; decisions that change: {flipped}.</source>
        <translation>{leaves} im eigenen Format der Bibliotheken: {compact_bytes} Bytes statt {native_bytes}; auf {rows} Zeilen verschiebt sich eine Wahrscheinlichkeit um höchstens {largest_difference}; Entscheidungen, die sich ändern: {flipped}.</translation>
    </message>
    <message>
        <source>{leaves}: {compact_bytes} bytes instead of {native_bytes}; over {rows} rows a probability moves by at most {largest_difference}, AUC by {auc_change}; decisions that change: {flipped}.</source>
        <translation>{leaves}: {compact_bytes} Bytes statt {native_bytes}; auf {rows} Zeilen verschiebt sich eine Wahrscheinlichkeit um höchstens {largest_difference}, die AUC um {auc_change}; Entscheidungen, die sich ändern: {flipped}.</translation>
    </message>
    <message>
        <source>{leaves}: {compact_bytes} bytes instead of {native_bytes}; over {rows} rows a probability moves by at most {largest_difference}; decisions that change: {flipped}.</source>
        <translation>{leaves}: {compact_bytes} Bytes statt {native_bytes}; auf {rows} Zeilen verschiebt sich eine Wahrscheinlichkeit um höchstens {largest_difference}; Entscheidungen, die sich ändern: {flipped}.</translation>
    </message>
    <message>
        <source>{len} others</source>
        <translation>{len} andere</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} ist nicht installiert.</translation>
    </message>
    <message>
        <source>{line} ({cells} cells)</source>
        <translation>{line} ({cells} Zellen)</translation>
    </message>
    <message>
        <source>{lost} entries of {words} were removed at the server before they were read.</source>
        <translation>{lost} Einträge von {words} wurden auf dem Server entfernt, bevor sie gelesen waren.</translation>
    </message>
    <message>
        <source>{lost} of the earlier half without an outcome, though later ones have theirs: {words}.</source>
        <translation>{lost} der früheren Hälfte ohne Ergebnis, obwohl spätere ihres haben: {words}.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{mark} is no column of the type xid8.</source>
        <translation>{mark} ist keine Spalte vom Typ xid8.</translation>
    </message>
    <message>
        <source>{matrix} rows explained</source>
        <translation>{matrix} Zeilen erklärt</translation>
    </message>
    <message>
        <source>{missing} without an outcome yet; kept, but not trained on.</source>
        <translation>{missing} noch ohne Ausgang; behalten, aber nicht trainiert.</translation>
    </message>
    <message>
        <source>{model_type} is not a model type.</source>
        <translation>{model_type} ist keine Modellart.</translation>
    </message>
    <message>
        <source>{naive} of {known} without a zone, taken as UTC.</source>
        <translation>{naive} von {known} ohne Zone, gelten als UTC.</translation>
    </message>
    <message>
        <source>{names} and {len} more</source>
        <translation>{names} und {len} weitere</translation>
    </message>
    <message>
        <source>{names} is {names2} of the next row</source>
        <translation>{names} ist {names2} der nächsten Zeile</translation>
    </message>
    <message>
        <source>{names} is {names2} of {k} rows later</source>
        <translation>{names} ist {names2} von {k} Zeilen später</translation>
    </message>
    <message>
        <source>{name} ({status}) holds no model.</source>
        <translation>{name} ({status}) enthält kein Modell.</translation>
    </message>
    <message>
        <source>{name} ({value} standard errors)</source>
        <translation>{name} ({value} Standardfehler)</translation>
    </message>
    <message>
        <source>{name} alone has an AUC of {best}, the next best column {second}</source>
        <translation>{name} allein hat eine AUC von {best}, die nächstbeste Spalte {second}</translation>
    </message>
    <message>
        <source>{name} cannot be scored here: {words}. Install it (or the extra that brings it); until then the other members share its weight.</source>
        <translation>{name} kann hier nicht bewertet werden: {words}. Installieren (oder das Extra, das es mitbringt); bis dahin teilen sich die anderen Mitglieder sein Gewicht.</translation>
    </message>
    <message>
        <source>{name} cannot be scored here: {words}. Install it (or the extra that brings it); until then this model gives no score.</source>
        <translation>{name} kann hier nicht bewertet werden: {words}. Installieren (oder das Extra, das es mitbringt); bis dahin gibt dieses Modell keinen Score.</translation>
    </message>
    <message>
        <source>{name} cannot be used here: {status}.</source>
        <translation>{name} ist hier nicht verwendbar: {status}.</translation>
    </message>
    <message>
        <source>{name} cannot name a recipe.</source>
        <translation>{name} kann kein Rezept benennen.</translation>
    </message>
    <message>
        <source>{name} falls with time: it tells when a signal was, not what it was</source>
        <translation>{name} fällt mit der Zeit: es sagt, wann ein Signal war, nicht, was es war</translation>
    </message>
    <message>
        <source>{name} goes with the other columns of the next row, not of its own</source>
        <translation>{name} geht mit den anderen Spalten der nächsten Zeile, nicht mit denen der eigenen</translation>
    </message>
    <message>
        <source>{name} goes with the other columns of {later} rows later, not of its own</source>
        <translation>{name} geht mit den anderen Spalten von {later} Zeilen später, nicht mit denen der eigenen</translation>
    </message>
    <message>
        <source>{name} has taken more than {most_categories} different texts: it names rows rather than describes them.</source>
        <translation>{name} hat mehr als {most_categories} verschiedene Texte angenommen: es benennt Zeilen, statt sie zu beschreiben.</translation>
    </message>
    <message>
        <source>{name} has the versions {names}.</source>
        <translation>{name} hat die Versionen {names}.</translation>
    </message>
    <message>
        <source>{name} has values that occur with one outcome only, more often than chance allows</source>
        <translation>{name} hat Werte, die öfter mit nur einem Ausgang vorkommen, als der Zufall erlaubt</translation>
    </message>
    <message>
        <source>{name} holds text in {texts} of {values} rows (the first is {texts2}); the others are numbers.</source>
        <translation>{name} enthält Text in {texts} von {values} Zeilen (der erste ist {texts2}); die anderen sind Zahlen.</translation>
    </message>
    <message>
        <source>{name} holds text or dates where the model wants numbers.</source>
        <translation>{name} enthält Text oder Datumsangaben, wo das Modell Zahlen erwartet.</translation>
    </message>
    <message>
        <source>{name} holds {kind} where the model wants numbers.</source>
        <translation>{name} enthält {kind}, wo das Modell Zahlen erwartet.</translation>
    </message>
    <message>
        <source>{name} is a new category, taken as missing</source>
        <translation>{name} ist eine neue Kategorie und gilt als fehlend</translation>
    </message>
    <message>
        <source>{name} is a {value} for {name2} and a {value2} for {name3}.</source>
        <translation>{name} ist {value} für {name2} und {value2} für {name3}.</translation>
    </message>
    <message>
        <source>{name} is an ensemble itself.</source>
        <translation>{name} ist selbst ein Ensemble.</translation>
    </message>
    <message>
        <source>{name} is an ensemble; its members cannot be trained further together.</source>
        <translation>{name} ist ein Ensemble; seine Mitglieder lassen sich nicht zusammen weiter trainieren.</translation>
    </message>
    <message>
        <source>{name} is infinite.</source>
        <translation>{name} ist unendlich.</translation>
    </message>
    <message>
        <source>{name} is no journal of a monitor.</source>
        <translation>{name} ist kein Journal eines Monitors.</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>{name} is set by {owned}.</source>
        <translation>{name} wird festgelegt durch {owned}.</translation>
    </message>
    <message>
        <source>{name} is the mean outcome of its own groups, the rows to be tested included</source>
        <translation>{name} ist der mittlere Ausgang der eigenen Gruppen, die zu testenden Zeilen eingeschlossen</translation>
    </message>
    <message>
        <source>{name} is the number {number}; so far it was a text.</source>
        <translation>{name} ist die Zahl {number}; bisher war es ein Text.</translation>
    </message>
    <message>
        <source>{name} is the text {value}, which reads as a number.</source>
        <translation>{name} ist der Text {value}, der sich wie eine Zahl liest.</translation>
    </message>
    <message>
        <source>{name} is the text {value}; so far it was a number.</source>
        <translation>{name} ist der Text {value}; bisher war es eine Zahl.</translation>
    </message>
    <message>
        <source>{name} is {message}.</source>
        <translation>{name} ist {message}.</translation>
    </message>
    <message>
        <source>{name} is {shown}, not a number</source>
        <translation>{name} ist {shown}, keine Zahl</translation>
    </message>
    <message>
        <source>{name} is {shown}, which no feature can be</source>
        <translation>{name} ist {shown}, was kein Merkmal sein kann</translation>
    </message>
    <message>
        <source>{name} is {value}, not a number.</source>
        <translation>{name} ist {value}, keine Zahl.</translation>
    </message>
    <message>
        <source>{name} rises with time: it tells when a signal was, not what it was</source>
        <translation>{name} steigt mit der Zeit: es sagt, wann ein Signal war, nicht, was es war</translation>
    </message>
    <message>
        <source>{name} tells how long the outcome took, which nobody knew before it</source>
        <translation>{name} sagt, wie lange der Ausgang brauchte, was davor niemand wusste</translation>
    </message>
    <message>
        <source>{name} was made with {kind} {library_version}, {age} the {installed_version} that is here; the canary rows gave the same scores.</source>
        <translation>{name} wurde mit {kind} {library_version} gemacht, {age} das hiesige {installed_version}; die Prüfzeilen gaben dieselben Scores.</translation>
    </message>
    <message>
        <source>{name} was trained on these very rows, so none of them counts for it.</source>
        <translation>{name} wurde auf genau diesen Zeilen trainiert, also zählt keine davon für es.</translation>
    </message>
    <message>
        <source>{name} was trained on {sum} of these rows; they do not count for it.</source>
        <translation>{name} wurde auf {sum} dieser Zeilen trainiert; sie zählen für es nicht.</translation>
    </message>
    <message>
        <source>{name}, row {row}</source>
        <translation>{name}, Zeile {row}</translation>
    </message>
    <message>
        <source>{name}: {value} (not said before)</source>
        <translation>{name}: {value} (vorher nicht gesagt)</translation>
    </message>
    <message>
        <source>{name}: {value}, no longer said</source>
        <translation>{name}: {value}, nicht mehr gesagt</translation>
    </message>
    <message>
        <source>{name}: {value}, now {value2}</source>
        <translation>{name}: {value}, jetzt {value2}</translation>
    </message>
    <message>
        <source>{name}= is of no use without TLS.</source>
        <translation>{name}= nützt ohne TLS nichts.</translation>
    </message>
    <message>
        <source>{name}={text} is not possible.</source>
        <translation>{name}={text} ist nicht möglich.</translation>
    </message>
    <message>
        <source>{new} new trees leave no room for an older one in a budget of {tree_budget}.</source>
        <translation>{new} neue Bäume lassen in einem Budget von {tree_budget} keinen Platz für einen älteren.</translation>
    </message>
    <message>
        <source>{now} challenges the champion ({reason}).</source>
        <translation>{now} fordert den Champion heraus ({reason}).</translation>
    </message>
    <message>
        <source>{now} is the champion now; before it was {before} ({reason}).</source>
        <translation>{now} ist jetzt Champion; vorher war es {before} ({reason}).</translation>
    </message>
    <message>
        <source>{now} scores now; before it was {before}.</source>
        <translation>{now} bewertet jetzt; vorher war es {before}.</translation>
    </message>
    <message>
        <source>{number} MiB</source>
        <translation>{number} MiB</translation>
    </message>
    <message>
        <source>{number} ensemble</source>
        <translation>{number} Ensemble</translation>
    </message>
    <message>
        <source>{number} ensembles</source>
        <translation>{number} Ensembles</translation>
    </message>
    <message>
        <source>{number} feature set</source>
        <translation>{number} Merkmalssatz</translation>
    </message>
    <message>
        <source>{number} feature sets</source>
        <translation>{number} Merkmalssätze</translation>
    </message>
    <message>
        <source>{number} retrain</source>
        <translation>{number} neues Training</translation>
    </message>
    <message>
        <source>{number} retrains</source>
        <translation>{number} neue Trainings</translation>
    </message>
    <message>
        <source>{number} threshold</source>
        <translation>{number} Schwelle</translation>
    </message>
    <message>
        <source>{number} thresholds</source>
        <translation>{number} Schwellen</translation>
    </message>
    <message>
        <source>{number} training</source>
        <translation>{number} Training</translation>
    </message>
    <message>
        <source>{number} trainings</source>
        <translation>{number} Trainings</translation>
    </message>
    <message>
        <source>{number} trial</source>
        <translation>{number} Versuch</translation>
    </message>
    <message>
        <source>{number} trials</source>
        <translation>{number} Versuche</translation>
    </message>
    <message>
        <source>{n} cell</source>
        <translation>{n} Zelle</translation>
    </message>
    <message>
        <source>{n} cells</source>
        <translation>{n} Zellen</translation>
    </message>
    <message>
        <source>{n} id</source>
        <translation>{n} Kennung</translation>
    </message>
    <message>
        <source>{n} ids</source>
        <translation>{n} Kennungen</translation>
    </message>
    <message>
        <source>{n} outcome</source>
        <translation>{n} Ausgang</translation>
    </message>
    <message>
        <source>{n} outcomes</source>
        <translation>{n} Ausgänge</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} Zeile</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} Zeilen</translation>
    </message>
    <message>
        <source>{n} signal</source>
        <translation>{n} Signal</translation>
    </message>
    <message>
        <source>{n} signals</source>
        <translation>{n} Signale</translation>
    </message>
    <message>
        <source>{n} step</source>
        <translation>{n} Schritt</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>{n} time</source>
        <translation>{n} Zeit</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} Zeiten</translation>
    </message>
    <message>
        <source>{n} value</source>
        <translation>{n} Wert</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} Werte</translation>
    </message>
    <message>
        <source>{of} that it was shipped with ({rows} of {wrong} rows differ: {shown}).</source>
        <translation>{of}, mit denen es ausgeliefert wurde ({rows} von {wrong} Zeilen weichen ab: {shown}).</translation>
    </message>
    <message>
        <source>{path} was rotated: the rest of {name} is read first.</source>
        <translation>{path} wurde rotiert: der Rest von {name} wird zuerst gelesen.</translation>
    </message>
    <message>
        <source>{path} was truncated or replaced: it is read from its beginning.</source>
        <translation>{path} wurde gekürzt oder ersetzt: sie wird von vorn gelesen.</translation>
    </message>
    <message>
        <source>{ragged} left out for not having {width} cells: line {shown}.</source>
        <translation>{ragged} weggelassen, weil sie nicht {width} Zellen haben: Zeile {shown}.</translation>
    </message>
    <message>
        <source>{ragged} of {rows} rows do not have the {width} cells of the header; the first is line {line} with {cells}.</source>
        <translation>{ragged} von {rows} Zeilen haben nicht die {width} Zellen des Kopfs; die erste ist Zeile {line} mit {cells}.</translation>
    </message>
    <message>
        <source>{rate} signals a second</source>
        <translation>{rate} Signale je Sekunde</translation>
    </message>
    <message>
        <source>{reason} Equal weights among all but {weightless} (no skill shown) are used.</source>
        <translation>{reason} Gleiche Gewichte für alle außer {weightless} (kein Können gezeigt) werden verwendet.</translation>
    </message>
    <message>
        <source>{reason} Equal weights are used.</source>
        <translation>{reason} Gleiche Gewichte werden verwendet.</translation>
    </message>
    <message>
        <source>{reason} It is not a feature.</source>
        <translation>{reason} Sie ist kein Merkmal.</translation>
    </message>
    <message>
        <source>{reason} {best} alone is used: it is better than the mean.</source>
        <translation>{reason} {best} wird allein verwendet: es ist besser als das Mittel.</translation>
    </message>
    <message>
        <source>{reason} {best} alone is used: no other member showed skill.</source>
        <translation>{reason} {best} wird allein verwendet: kein anderes Mitglied zeigte Können.</translation>
    </message>
    <message>
        <source>{reason}; a port without TLS does not answer either</source>
        <translation>{reason}; auch ein Port ohne TLS antwortet nicht</translation>
    </message>
    <message>
        <source>{reference} names no trial.</source>
        <translation>{reference} nennt keinen Versuch.</translation>
    </message>
    <message>
        <source>{reference} names {ids} runs: {ids2}.</source>
        <translation>{reference} passt auf {ids} Läufe: {ids2}.</translation>
    </message>
    <message>
        <source>{repeated} equal to an earlier one in every feature, label and time: {words}.</source>
        <translation>{repeated} gleich einer früheren in jedem Merkmal, Label und Zeit: {words}.</translation>
    </message>
    <message>
        <source>{row_count} rows came with {won} labels and {weight} weights.</source>
        <translation>{row_count} Zeilen kamen mit {won} Labels und {weight} Gewichten.</translation>
    </message>
    <message>
        <source>{rows} canary rows reproduced</source>
        <translation>{rows} Prüfzeilen stimmen</translation>
    </message>
    <message>
        <source>{rows} infinite or too large, taken as missing: {words}.</source>
        <translation>{rows} unendlich oder zu groß, gelten als fehlend: {words}.</translation>
    </message>
    <message>
        <source>{rows} rows count like {effective} equal ones (Kish).</source>
        <translation>{rows} Zeilen zählen wie {effective} gleiche (Kish).</translation>
    </message>
    <message>
        <source>{rows} rows scored</source>
        <translation>{rows} Zeilen bewertet</translation>
    </message>
    <message>
        <source>{rows} signals that the champion was trained on are scored by its fold models, which had not seen them.</source>
        <translation>{rows} Signale, auf denen der Champion trainiert wurde, bewerten die Modelle seiner Blöcke, die sie nicht gesehen hatten.</translation>
    </message>
    <message>
        <source>{row} rows came with one label.</source>
        <translation>{row} Zeilen kamen mit einem Label.</translation>
    </message>
    <message>
        <source>{said} Found on {fitted_rows} earlier rows, judged on {scored_rows} later ones.</source>
        <translation>{said} Gefunden auf {fitted_rows} früheren Zeilen, beurteilt auf {scored_rows} späteren.</translation>
    </message>
    <message>
        <source>{seconds} min</source>
        <translation>{seconds} min</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message>
        <source>{share} of its values lie outside {low} to {high}, the model&apos;s training range.</source>
        <translation>{share} der Werte liegen außerhalb von {low} bis {high}, dem Bereich des Trainings.</translation>
    </message>
    <message>
        <source>{short} would report an AUC of {figures} where rows of the future give {honest}: neighbouring rows share their outcomes. Trust the purged figure.</source>
        <translation>{short} meldete eine AUC von {figures}, wo Zeilen der Zukunft {honest} ergeben: benachbarte Zeilen teilen ihre Ausgänge. Der bereinigten Zahl vertrauen.</translation>
    </message>
    <message>
        <source>{shown} is no text</source>
        <translation>{shown} ist kein Text</translation>
    </message>
    <message>
        <source>{shown} not a number, taken as missing: {shown2}.</source>
        <translation>{shown} ohne Zahl gelten als fehlend: {shown2}.</translation>
    </message>
    <message>
        <source>{size} values where {size2} belong</source>
        <translation>{size} Werte, wo {size2} hingehören</translation>
    </message>
    <message>
        <source>{size}, disk full in {days}</source>
        <translation>{size}, Platte voll in {days}</translation>
    </message>
    <message>
        <source>{size}, {size2} more a day</source>
        <translation>{size}, {size2} mehr am Tag</translation>
    </message>
    <message>
        <source>{size}, {size2} more a day, disk full in {days}</source>
        <translation>{size}, {size2} mehr am Tag, Platte voll in {days}</translation>
    </message>
    <message>
        <source>{source} with labels from </source>
        <translation>{source} mit Labels aus </translation>
    </message>
    <message>
        <source>{status} (process {values}).</source>
        <translation>{status} (Prozess {values}).</translation>
    </message>
    <message>
        <source>{strange} of a category that the model does not know, taken as missing: {words}.</source>
        <translation>{strange} einer Kategorie, die das Modell nicht kennt, gelten als fehlend: {words}.</translation>
    </message>
    <message>
        <source>{sum} infinite values.</source>
        <translation>{sum} unendliche Werte.</translation>
    </message>
    <message>
        <source>{sum} of these rows; they do not count</source>
        <translation>{sum} dieser Zeilen; sie zählen nicht</translation>
    </message>
    <message>
        <source>{test_groups} of {groups} groups cannot be tested.</source>
        <translation>{test_groups} von {groups} Gruppen lassen sich nicht testen.</translation>
    </message>
    <message>
        <source>{text} where a number must be</source>
        <translation>{text}, wo eine Zahl stehen muss</translation>
    </message>
    <message>
        <source>{titles}: block {number} of {folds}</source>
        <translation>{titles}: Block {number} von {folds}</translation>
    </message>
    <message>
        <source>{title} cannot go on from a {title2} model.</source>
        <translation>{title} kann ein {title2}-Modell nicht fortsetzen.</translation>
    </message>
    <message>
        <source>{title} cannot learn the leaves of a grown model anew.</source>
        <translation>{title} kann die Blätter eines gewachsenen Modells nicht neu lernen.</translation>
    </message>
    <message>
        <source>{title} cannot train on a GPU here ({detail}): trained on the processor.</source>
        <translation>{title} kann hier nicht auf einer GPU trainieren ({detail}): auf dem Prozessor trainiert.</translation>
    </message>
    <message>
        <source>{title} does not fit this file, which lacks the column {missing} and {len} more.</source>
        <translation>{title} passt nicht zu dieser Datei, der die Spalte {missing} und {len} weitere fehlen.</translation>
    </message>
    <message>
        <source>{title} does not fit this file, which lacks the column {missing}.</source>
        <translation>{title} passt nicht zu dieser Datei, der die Spalte {missing} fehlt.</translation>
    </message>
    <message>
        <source>{title} does not fit this file, which lacks the columns {missing} and {len} more.</source>
        <translation>{title} passt nicht zu dieser Datei, der die Spalten {missing} und {len} weitere fehlen.</translation>
    </message>
    <message>
        <source>{title} does not fit this file, which lacks the columns {missing}.</source>
        <translation>{title} passt nicht zu dieser Datei, der die Spalten {missing} fehlen.</translation>
    </message>
    <message>
        <source>{title} has no parameter {unknown}.</source>
        <translation>{title} hat keinen Parameter {unknown}.</translation>
    </message>
    <message>
        <source>{title} keeps its leaves to itself</source>
        <translation>{title} behält seine Blätter für sich</translation>
    </message>
    <message>
        <source>{title} keeps its trees to itself</source>
        <translation>{title} behält seine Bäume für sich</translation>
    </message>
    <message>
        <source>{title} names no chosen columns.</source>
        <translation>{title} nennt keine gewählten Spalten.</translation>
    </message>
    <message>
        <source>{title} refused to train: {said}</source>
        <translation>{title} weigerte sich zu trainieren: {said}</translation>
    </message>
    <message>
        <source>{title} trial {number} of {id}</source>
        <translation>{title} Versuch {number} von {id}</translation>
    </message>
    <message>
        <source>{title} trial {number} of {id}: {words}; its search saw other rows or kept none, so that rows by which it was chosen may be tested here: the scores may be too good.</source>
        <translation>{title} Versuch {number} von {id}: {words}; die Suche sah andere Zeilen oder hielt keine zurück, sodass hier Zeilen getestet sein können, nach denen er gewählt wurde: Die Werte können zu gut sein.</translation>
    </message>
    <message>
        <source>{title} trial {number} of {id}: {words}; scored on the {held_rows} rows after those of the search, which no trial saw.</source>
        <translation>{title} Versuch {number} von {id}: {words}; bewertet auf den {held_rows} Zeilen nach denen der Suche, die kein Versuch sah.</translation>
    </message>
    <message>
        <source>{title}: all rows</source>
        <translation>{title}: alle Zeilen</translation>
    </message>
    <message>
        <source>{title}: block {fold} tested</source>
        <translation>{title}: Block {fold} getestet</translation>
    </message>
    <message>
        <source>{title}: block {k} of {count}</source>
        <translation>{title}: Block {k} von {count}</translation>
    </message>
    <message>
        <source>{title}: trial {number}</source>
        <translation>{title}: Versuch {number}</translation>
    </message>
    <message>
        <source>{title}: trial {number}, best {figure}</source>
        <translation>{title}: Versuch {number}, bester {figure}</translation>
    </message>
    <message>
        <source>{told} fell from {before} to {now}</source>
        <translation>{told} fiel von {before} auf {now}</translation>
    </message>
    <message>
        <source>{told} fell from {before} to {now}; about {shared} labels share their luck here, so it waits for more of them</source>
        <translation>{told} fiel von {before} auf {now}; etwa {shared} Labels teilen hier ihr Glück, also wartet er auf mehr davon</translation>
    </message>
    <message>
        <source>{told} fell from {before} to {now}; too early to tell it from luck</source>
        <translation>{told} fiel von {before} auf {now}; zu früh, um es von Zufall zu unterscheiden</translation>
    </message>
    <message>
        <source>{told} rose from {before} to {now}</source>
        <translation>{told} stieg von {before} auf {now}</translation>
    </message>
    <message>
        <source>{told} rose from {before} to {now}; about {shared} labels share their luck here, so it waits for more of them</source>
        <translation>{told} stieg von {before} auf {now}; etwa {shared} Labels teilen hier ihr Glück, also wartet er auf mehr davon</translation>
    </message>
    <message>
        <source>{told} rose from {before} to {now}; too early to tell it from luck</source>
        <translation>{told} stieg von {before} auf {now}; zu früh, um es von Zufall zu unterscheiden</translation>
    </message>
    <message>
        <source>{told} stayed up, {total} after {before}, for {seen} labels</source>
        <translation>{told} blieb oben, {total} nach {before}, für {seen} Labels</translation>
    </message>
    <message>
        <source>{told}, {rounds} rounds</source>
        <translation>{told}, {rounds} Runden</translation>
    </message>
    <message>
        <source>{too_few} Equal weights are used.</source>
        <translation>{too_few} Gleiche Gewichte werden verwendet.</translation>
    </message>
    <message>
        <source>{too_few} The locked weights stay; what they leave is shared alike.</source>
        <translation>{too_few} Die gesperrten Gewichte bleiben; der Rest wird gleich geteilt.</translation>
    </message>
    <message>
        <source>{trials} trial is kept</source>
        <translation>{trials} Versuch ist behalten</translation>
    </message>
    <message>
        <source>{trials} trials are kept</source>
        <translation>{trials} Versuche sind behalten</translation>
    </message>
    <message>
        <source>{twice} cannot have two roles.</source>
        <translation>{twice} kann nicht zwei Rollen haben.</translation>
    </message>
    <message>
        <source>{twice} is the name of more than one column.</source>
        <translation>{twice} ist der Name mehrerer Spalten.</translation>
    </message>
    <message>
        <source>{unknown} of the signals have no label yet: scored, never learnt.</source>
        <translation>{unknown} der Signale haben noch kein Label: bewertet, nie gelernt.</translation>
    </message>
    <message>
        <source>{uri} holds {len} bundles of this program; one is needed.</source>
        <translation>{uri} enthält {len} Pakete dieses Programms; gebraucht wird eines.</translation>
    </message>
    <message>
        <source>{value} R a trade ({low} to {high})</source>
        <translation>{value} R je Handel ({low} bis {high})</translation>
    </message>
    <message>
        <source>{verdicts}: AUC {value}, one of {looks} looks at these outcomes ({found}), worth {number} independent ones; luck would reach {expected_best} on the mean and this high in {p_value} of cases (deflated score {deflated}).</source>
        <translation>{verdicts}: AUC {value}, einer von {looks} Blicken auf diese Ausgänge ({found}), so viel wert wie {number} unabhängige; Glück erreichte im Mittel {expected_best} und in {p_value} der Fälle so viel (bereinigter Score {deflated}).</translation>
    </message>
    <message>
        <source>{verdicts}: AUC {value}, the best of {looks} looks at these outcomes ({found}), worth {number} independent ones; luck would reach {expected_best} on the mean and this high in {p_value} of cases (deflated score {deflated}).</source>
        <translation>{verdicts}: AUC {value}, der beste von {looks} Blicken auf diese Ausgänge ({found}), so viel wert wie {number} unabhängige; Glück erreichte im Mittel {expected_best} und in {p_value} der Fälle so viel (bereinigter Score {deflated}).</translation>
    </message>
    <message>
        <source>{verdicts}: AUC {value}, the first look at these outcomes; luck would reach {expected_best} on the mean and this high in {p_value} of cases (deflated score {deflated}).</source>
        <translation>{verdicts}: AUC {value}, der erste Blick auf diese Ausgänge; Glück erreichte im Mittel {expected_best} und in {p_value} der Fälle so viel (bereinigter Score {deflated}).</translation>
    </message>
    <message>
        <source>{what} beside its average forecast&apos;s</source>
        <translation>{what} neben dem der mittleren Vorhersage</translation>
    </message>
    <message>
        <source>{what} is already running in this workspace (process {holder}).</source>
        <translation>{what} läuft in diesem Arbeitsbereich schon (Prozess {holder}).</translation>
    </message>
    <message>
        <source>{what} {value} ({low} to {high})</source>
        <translation>{what} {value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{what} {value} ({value2} to {value3}; less is better)</source>
        <translation>{what} {value} ({value2} bis {value3}; weniger ist besser)</translation>
    </message>
    <message>
        <source>{where} holds something that is not a number.</source>
        <translation>{where} enthält etwas, das keine Zahl ist.</translation>
    </message>
    <message>
        <source>{where} lacks {absent}.</source>
        <translation>{where} fehlt {absent}.</translation>
    </message>
    <message>
        <source>{where}, features</source>
        <translation>{where}, Merkmale</translation>
    </message>
    <message>
        <source>{where}, models</source>
        <translation>{where}, Modelle</translation>
    </message>
    <message>
        <source>{where}, roles</source>
        <translation>{where}, Rollen</translation>
    </message>
    <message>
        <source>{where}, selection</source>
        <translation>{where}, Auswahl</translation>
    </message>
    <message>
        <source>{where}, tuning</source>
        <translation>{where}, Abstimmung</translation>
    </message>
    <message>
        <source>{where}, validation</source>
        <translation>{where}, Prüfung</translation>
    </message>
    <message>
        <source>{why}: it cannot have been known at the signal and is not used as a feature.</source>
        <translation>{why}: das kann beim Signal nicht bekannt gewesen sein und dient nicht als Merkmal.</translation>
    </message>
    <message>
        <source>{why}; good signals stay below 0.62.</source>
        <translation>{why}; gute Signale bleiben unter 0,62.</translation>
    </message>
    <message>
        <source>{wish} is no address of MLflow.</source>
        <translation>{wish} ist keine Adresse von MLflow.</translation>
    </message>
    <message>
        <source>{words} The locked weights stay; what they leave is shared alike.</source>
        <translation>{words} Die gesperrten Gewichte bleiben; der Rest wird gleich geteilt.</translation>
    </message>
    <message>
        <source>{words} cannot aim at {words2}.</source>
        <translation>{words} kann nicht auf {words2} zielen.</translation>
    </message>
    <message>
        <source>{words} finds its own weights.</source>
        <translation>{words} findet seine Gewichte selbst.</translation>
    </message>
    <message>
        <source>{words} has no fixed shares that could be locked.</source>
        <translation>{words} hat keine festen Anteile, die sich sperren ließen.</translation>
    </message>
    <message>
        <source>{words} has {auc}.</source>
        <translation>{words}: {auc}.</translation>
    </message>
    <message>
        <source>{words} is another table than before: it is read from its beginning, and what is known already is left out.</source>
        <translation>{words} ist eine andere Tabelle als zuvor: sie wird von vorn gelesen, und was schon bekannt ist, bleibt weg.</translation>
    </message>
    <message>
        <source>{words} is not a duration.</source>
        <translation>{words} ist keine Dauer.</translation>
    </message>
    <message>
        <source>{words} is not a number of rows.</source>
        <translation>{words} ist keine Anzahl von Zeilen.</translation>
    </message>
    <message>
        <source>“{value}” compares nothing.</source>
        <translation>„{value}“ vergleicht nichts.</translation>
    </message>
    <message>
        <source>“{value}” is no number.</source>
        <translation>„{value}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>{words} is recommended: AUC {auc} on the {rows} newest rows.</source>
        <translation>Empfohlen: {words}: AUC {auc} auf den {rows} neuesten Zeilen.</translation>
    </message>
    <message>
        <source>Choose a workspace in a folder that you may write to, with free space.</source>
        <translation>Einen Arbeitsbereich in einem beschreibbaren Ordner mit freiem Platz wählen.</translation>
    </message>
    <message>
        <source>Choose another column of wins and losses, or map it to 1 (win) and 0 (loss).</source>
        <translation>Eine andere Spalte für Gewinn oder Verlust wählen oder auf 1 (Gewinn) und 0 (Verlust) abbilden.</translation>
    </message>
    <message>
        <source>Choose columns first, and save them as a recipe.</source>
        <translation>Zuerst Spalten wählen und als Rezept speichern.</translation>
    </message>
    <message>
        <source>Choose one of the runs that are in the library.</source>
        <translation>Einen der Läufe in der Bibliothek wählen.</translation>
    </message>
    <message>
        <source>Choose the column of wins and losses if it is another.</source>
        <translation>Die Spalte für Gewinn oder Verlust wählen, wenn es eine andere ist.</translation>
    </message>
    <message>
        <source>Choose the column of wins and losses, or add a first line with names.</source>
        <translation>Die Spalte für Gewinn oder Verlust wählen oder eine erste Zeile mit Namen ergänzen.</translation>
    </message>
    <message>
        <source>Choose the column that tells win from loss.</source>
        <translation>Die Spalte wählen, die Gewinn und Verlust unterscheidet.</translation>
    </message>
    <message>
        <source>Connect a monitor to a source first.</source>
        <translation>Zuerst einen Monitor mit einer Quelle verbinden.</translation>
    </message>
    <message>
        <source>Correct them, or choose another column of realized R.</source>
        <translation>Sie berichtigen oder eine andere Spalte für das realisierte R wählen.</translation>
    </message>
    <message>
        <source>Export it with its ONNX graph, or score it without.</source>
        <translation>Mit ONNX-Graph exportieren oder ohne ihn bewerten.</translation>
    </message>
    <message>
        <source>Give the user in the address and the password in the form, by REDISCLI_AUTH or the keyring; it needs +xreadgroup, +xack, +xinfo, +xgroup, +xpending, +xautoclaim on the stream.</source>
        <translation>Den Benutzer in der Adresse angeben und das Passwort im Formular, durch REDISCLI_AUTH oder den Schlüsselbund; er braucht +xreadgroup, +xack, +xinfo, +xgroup, +xpending, +xautoclaim auf dem Stream.</translation>
    </message>
    <message>
        <source>Give the user in the address and the password in the form, by ~/.pgpass, PGPASSWORD, a service file, or the keyring; the user needs SELECT on the table.</source>
        <translation>Den Benutzer in der Adresse angeben und das Passwort im Formular, durch ~/.pgpass, PGPASSWORD, eine Dienstdatei oder den Schlüsselbund; der Benutzer braucht SELECT auf die Tabelle.</translation>
    </message>
    <message>
        <source>Install onnxruntime, or score without the ONNX graph.</source>
        <translation>onnxruntime installieren oder ohne den ONNX-Graphen bewerten.</translation>
    </message>
    <message>
        <source>It holds weights; choose it as realized R if it is that.</source>
        <translation>Sie enthält Gewichte; als realisiertes R wählen, wenn sie das ist.</translation>
    </message>
    <message>
        <source>Known are {schemes}: choose one of these.</source>
        <translation>Bekannt sind {schemes}: eine davon wählen.</translation>
    </message>
    <message>
        <source>Name it as MODEL:NUMBER or STUDY:MODEL:NUMBER, with the number that the list of trials shows.</source>
        <translation>Nennen Sie ihn als MODEL:NUMBER oder STUDY:MODEL:NUMBER, mit der Nummer aus der Liste der Versuche.</translation>
    </message>
    <message>
        <source>Name no other place for labels, or watch a file that grows: tail:///path.</source>
        <translation>Keinen anderen Ort für Labels nennen oder eine wachsende Datei beobachten: tail:///path.</translation>
    </message>
    <message>
        <source>Name no other place for labels.</source>
        <translation>Keinen anderen Ort für Labels nennen.</translation>
    </message>
    <message>
        <source>Name the column of the outcome time, or give an embargo as long as a trade lasts.</source>
        <translation>Die Spalte mit der Ausgangszeit nennen oder ein Embargo von der Dauer eines Handels angeben.</translation>
    </message>
    <message>
        <source>Name the column of the signal time.</source>
        <translation>Die Spalte mit der Signalzeit nennen.</translation>
    </message>
    <message>
        <source>Save one, or import one.</source>
        <translation>Eines speichern oder importieren.</translation>
    </message>
    <message>
        <source>See that the server is there, or choose a champion: then the monitor waits for the server.</source>
        <translation>Prüfen, ob der Server da ist, oder einen Champion wählen: dann wartet der Monitor auf den Server.</translation>
    </message>
    <message>
        <source>Stop it there first, or choose another workspace.</source>
        <translation>Dort zuerst anhalten oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>The journal grows by {size} a day: the disk is full in {days}. Keep less of it: events for 30d, or 50GB of them.</source>
        <translation>Das Journal wächst um {size} am Tag: die Platte ist voll in {days}. Weniger davon behalten: Ereignisse für 30d oder 50GB davon.</translation>
    </message>
    <message>
        <source>Train a model first, or choose another workspace.</source>
        <translation>Zuerst ein Modell trainieren oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Train with tuning first.</source>
        <translation>Zuerst mit Abstimmung trainieren.</translation>
    </message>
    <message>
        <source>Use fewer test blocks or more rows.</source>
        <translation>Nehmen Sie weniger Testblöcke oder mehr Zeilen.</translation>
    </message>
    <message>
        <source>{words} is {value}.</source>
        <translation>{words} ist {value}.</translation>
    </message>
    <message>
        <source>{words} was not read for very long: it is read from its beginning, and what is known already is left out.</source>
        <translation>{words} wurde sehr lange nicht gelesen: von vorn wird gelesen, und was schon bekannt ist, bleibt weg.</translation>
    </message>
    <message>
        <source>{words} with labels from {words2}</source>
        <translation>{words} mit Labels aus {words2}</translation>
    </message>
    <message>
        <source>{words} {done} of {most}</source>
        <translation>{words} {done} von {most}</translation>
    </message>
    <message>
        <source>{words} {limit} is not possible.</source>
        <translation>{words} {limit} ist nicht möglich.</translation>
    </message>
    <message>
        <source>{words}, newest rows too, round {total_round}</source>
        <translation>{words}, auch neueste Zeilen, Runde {total_round}</translation>
    </message>
    <message>
        <source>{words}, round {total_round}</source>
        <translation>{words}, Runde {total_round}</translation>
    </message>
    <message>
        <source>{words}: after {labels} labels</source>
        <translation>{words}: nach {labels} Labels</translation>
    </message>
    <message>
        <source>{words}: preparing</source>
        <translation>{words}: wird vorbereitet</translation>
    </message>
    <message>
        <source>{words}: {now} now</source>
        <translation>{words}: jetzt {now}</translation>
    </message>
    <message>
        <source>{words}: {words2} at label {label}</source>
        <translation>{words}: {words2} bei Label {label}</translation>
    </message>
    <message>
        <source>{words}: {words2} at label {label}; within the cool-down</source>
        <translation>{words}: {words2} bei Label {label}; innerhalb der Abklingzeit</translation>
    </message>
    <message>
        <source>{words}; labels: {words2}</source>
        <translation>{words}; Labels: {words2}</translation>
    </message>
    <message>
        <source>“{name}” is no number.</source>
        <translation>„{name}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{text}” has a quotation mark without its other one.</source>
        <translation>In „{text}“ fehlt das zweite Anführungszeichen.</translation>
    </message>
    <message>
        <source>“{text}” is no rule.</source>
        <translation>„{text}“ ist keine Regel.</translation>
    </message>
    <message>
        <source>“{text}” is no time or size that events can be kept for.</source>
        <translation>„{text}“ ist keine Zeit oder Größe, für die sich Ereignisse behalten lassen.</translation>
    </message>
</context>
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
        <translation> Labels</translation>
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
        <translation>Ins Ensemble</translation>
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
        <source>An input in another unit</source>
        <translation>Ein Eingang in anderer Einheit</translation>
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
        <source>At once</source>
        <translation>Auf einmal</translation>
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
        <source>Best Trials Trained</source>
        <translation>Beste Versuche trainieren</translation>
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
        <source>Change</source>
        <translation>Wechsel</translation>
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
        <source>Log-odds · blue: low value, red: high</source>
        <translation>Log-Odds · blau: niedrig, rot: hoch</translation>
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
        <source>Copy each prediction, label, drift, swap and error to a Redis stream: redis://localhost/0?stream=events. It catches up after an outage, and delays nothing. A password comes from the environment or the keyring; one that is typed here is kept nowhere.</source>
        <translation>Jede Vorhersage, jedes Label, jede Drift, jeden Wechsel und jeden Fehler in einen Redis-Stream kopieren: redis://localhost/0?stream=events. Nach einem Ausfall wird nachgeholt, und nichts wird verzögert. Ein Passwort kommt aus der Umgebung oder dem Schlüsselbund; eines, das hier eingegeben wird, wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Copy everything, without secrets</source>
        <translation>Alles kopieren, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Copy the event log to</source>
        <translation>Das Ereignisprotokoll kopieren nach</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
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
        <source>Delete older events along the way: 12h, 30d or 8w, or the oldest beyond 500MB or 50GB. What the monitor needs to go on, and what is still to be copied, stays. The time machine begins after what was deleted.</source>
        <translation>Ältere Ereignisse unterwegs löschen: 12h, 30d oder 8w, oder die ältesten jenseits von 500MB oder 50GB. Was der Monitor zum Weitermachen braucht und was noch zu kopieren ist, bleibt. Die Zeitmaschine beginnt nach dem Gelöschten.</translation>
    </message>
    <message>
        <source>Drift alarms, changes of blend and of champion, alerts and your own notes are listed here.</source>
        <translation>Hier stehen Drift-Alarme, Änderungen von Mischung und Champion, Warnungen und eigene Notizen.</translation>
    </message>
    <message>
        <source>History of champions and challengers</source>
        <translation>Verlauf der Champions und Herausforderer</translation>
    </message>
    <message>
        <source>How many of each model&apos;s best trials become runs. The average of three of each, by Add to Ensemble, is mostly ahead of the luckiest one.</source>
        <translation>Wie viele der besten Versuche jedes Modells Läufe werden. Das Mittel von je dreien, mit Zum Ensemble hinzufügen, liegt meist vor dem einen mit dem meisten Glück.</translation>
    </message>
    <message>
        <source>Monitor: {state}</source>
        <translation>Monitor: {state}</translation>
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
        <source> and {len} more</source>
        <translation> und {len} weitere</translation>
    </message>
    <message>
        <source>&amp;Deleted Models…</source>
        <translation>&amp;Gelöschte Modelle …</translation>
    </message>
    <message>
        <source>Another stream or table of the same server by its name, or another source by its address: redis://host/0?stream=labels, tail:///path…</source>
        <translation>Ein anderer Strom oder eine andere Tabelle desselben Servers mit Namen, oder eine andere Quelle mit ihrer Adresse: redis://host/0?stream=labels, tail:///pfad…</translation>
    </message>
    <message>
        <source>As events come</source>
        <translation>Wie Ereignisse kommen</translation>
    </message>
    <message>
        <source>As in an address: from=start|now, id=, time=, label=, label_time=, rr=, drop=A,B; Redis: group=; PostgreSQL: every=, notify=, xid=, service=, sslmode=; simulator: rows=, auc=, wins=, delay=.</source>
        <translation>Wie in einer Adresse: from=start|now, id=, time=, label=, label_time=, rr=, drop=A,B; Redis: group=; PostgreSQL: every=, notify=, xid=, service=, sslmode=; Simulator: rows=, auc=, wins=, delay=.</translation>
    </message>
    <message>
        <source>Bring back what was deleted in the last 30 days, or remove it for good</source>
        <translation>Zurückholen, was in den letzten 30 Tagen gelöscht wurde, oder endgültig entfernen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Change the form or the file and press Train again: that is trained next.</source>
        <translation>Ändern Sie das Formular oder die Datei und drücken Sie noch einmal auf Trainieren: Das wird als Nächstes trainiert.</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Delete {ids}</source>
        <translation>{ids} löschen</translation>
    </message>
    <message>
        <source>Deleted Models</source>
        <translation>Gelöschte Modelle</translation>
    </message>
    <message>
        <source>Deleted models</source>
        <translation>Gelöschte Modelle</translation>
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
        <translation>Datei herziehen oder öffnen</translation>
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
        <source>Empty…</source>
        <translation>Leeren …</translation>
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
        <source>Ends after {trials:,} trials of each model, however long they take.</source>
        <translation>Endet nach {trials:,} Versuchen jedes Modells, wie lange sie auch dauern.</translation>
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
        <source>Event Log</source>
        <translation>Ereignisprotokoll</translation>
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
        <translation>Erklärung von {value}</translation>
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
        <translation>Filtern</translation>
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
        <translation>Volles Tempo</translation>
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
        <source>Gradually</source>
        <translation>Allmählich</translation>
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
        <source>Half way through each 20,000 signals (rows= in More options).</source>
        <translation>Nach der Hälfte von je 20.000 Signalen (rows= unter Weitere Optionen).</translation>
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
        <source>Idle inputs only</source>
        <translation>Nur untätige Eingänge</translation>
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
        <source>Keep events</source>
        <translation>Ereignisse behalten</translation>
    </message>
    <message>
        <source>Keep events for</source>
        <translation>Ereignisse behalten für</translation>
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
        <source>Keep the share at what had the least log loss on the last labels; looked at anew each quarter of them.</source>
        <translation>Den Anteil bei dem halten, was auf den letzten Labels den geringsten Log Loss hatte; nach je einem Viertel davon neu bestimmt.</translation>
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
        <source>LEAK</source>
        <translation>LECK</translation>
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
        <source>Labels come beside them, each by its own wait. 0 is as fast as can be.</source>
        <translation>Labels kommen daneben, jedes nach seiner eigenen Wartezeit. 0 ist so schnell wie möglich.</translation>
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
        <source>List the chosen models again, with all that was kept of them.</source>
        <translation>Die gewählten Modelle wieder aufführen, mit allem, was zu ihnen aufbewahrt wurde.</translation>
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
        <source>Made</source>
        <translation>Erstellt</translation>
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
        <translation>Zum Champion</translation>
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
        <source>Most |R| as Weight</source>
        <translation>Größtes |R| als Gewicht</translation>
    </message>
    <message>
        <source>Move Weight</source>
        <translation>Gewicht verschieben</translation>
    </message>
    <message>
        <source>NO LEAK</source>
        <translation>KEIN LECK</translation>
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
        <source>Next block</source>
        <translation>Nächster Block</translation>
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
        <source>None; neighbours share luck</source>
        <translation>Keiner; Nachbarn teilen ihr Glück</translation>
    </message>
    <message>
        <source>None; only an interaction tells</source>
        <translation>Keiner; nur ein Zusammenspiel verrät etwas</translation>
    </message>
    <message>
        <source>Not Ready Yet</source>
        <translation>Noch nicht bereit</translation>
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
        <source>Nothing in the list fulfils this.</source>
        <translation>Nichts in der Liste erfüllt dies.</translation>
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
        <source>Nothing was deleted in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Nothing: new models</source>
        <translation>Neue Modelle</translation>
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
        <source>Numbers copied</source>
        <translation>Zahlen kopiert</translation>
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
        <source>Online learner</source>
        <translation>Online-Lerner</translation>
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
        <translation>Offene Labels</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
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
        <source>Remove Deleted Models</source>
        <translation>Gelöschte Modelle entfernen</translation>
    </message>
    <message>
        <source>Remove all deleted models from the disk now.</source>
        <translation>Alle gelöschten Modelle jetzt von der Platte entfernen.</translation>
    </message>
    <message>
        <source>Remove for Good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove {n} deleted model for good? It cannot be brought back.</source>
        <translation>{n} gelöschtes Modell endgültig entfernen? Es lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Remove {n} deleted models for good? They cannot be brought back.</source>
        <translation>{n} gelöschte Modelle endgültig entfernen? Sie lassen sich nicht zurückholen.</translation>
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
        <translation>Weiter</translation>
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
        <translation>Neu trainieren…</translation>
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
        <source>Retrained</source>
        <translation>Neu trainiert</translation>
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
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
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
        <translation>Wie eingestellt</translation>
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
        <source>Show only the gravest finding</source>
        <translation>Nur den schwersten Befund zeigen</translation>
    </message>
    <message>
        <source>Show only those for which all of it holds: auc &gt; 0.58, model = xgboost, tag:hourly, is:starred, words; a minus before it turns it round</source>
        <translation>Nur zeigen, wofür alles davon gilt: auc &gt; 0.58, model = xgboost, tag:hourly, is:starred, Wörter; ein Minus davor kehrt es um</translation>
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
        <source>Signals a second</source>
        <translation>Signale je Sekunde</translation>
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
        <source>Simulator · {drift}</source>
        <translation>Simulator · {drift}</translation>
    </message>
    <message>
        <source>Simulator, no server needed</source>
        <translation>Simulator, kein Server nötig</translation>
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
        <source>Something unexpected went wrong; the message above the tabs has the details.</source>
        <translation>Etwas Unerwartetes ging schief; die Meldung über den Reitern hat die Einzelheiten.</translation>
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
        <translation>Tempo</translation>
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
        <translation>Startet…</translation>
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
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
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
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
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
        <source>Taken from every trade in these two pictures. What is chosen by it: Cost of a Trade under Advanced.</source>
        <translation>Wird in diesen beiden Bildern von jedem Handel abgezogen. Was danach gewählt wird: Kosten eines Handels unter Erweitert.</translation>
    </message>
    <message>
        <source>Taken from the R of every trade before a threshold is chosen.</source>
        <translation>Wird vom R jedes Handels abgezogen, bevor eine Schwelle gewählt wird.</translation>
    </message>
    <message>
        <source>Takes {seconds:,} s, search and training together, or ends after {trials:,} trials of each model.</source>
        <translation>Dauert {seconds:,} s, Suche und Training zusammen, oder endet nach {trials:,} Versuchen jedes Modells.</translation>
    </message>
    <message>
        <source>Takes {seconds:,} s, search and training together.</source>
        <translation>Dauert {seconds:,} s, Suche und Training zusammen.</translation>
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
        <source>The edge decays</source>
        <translation>Der Vorteil zerfällt</translation>
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
        <source>The same seed makes the same stream.</source>
        <translation>Gleicher Startwert, gleicher Strom.</translation>
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
        <source>They are kept for 30 days, then removed from the disk for good.</source>
        <translation>Sie werden 30 Tage aufbewahrt und dann endgültig von der Platte entfernt.</translation>
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
        <source>This is being trained already.</source>
        <translation>Das wird schon trainiert.</translation>
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
        <source>Tick one model after the other and train it with its own settings; Export… shows them all.</source>
        <translation>Haken Sie ein Modell nach dem anderen an und trainieren Sie es mit seinen eigenen Einstellungen; Exportieren… zeigt sie alle.</translation>
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
        <source>To and fro</source>
        <translation>Hin und her</translation>
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
        <source>Tune on last</source>
        <translation>Abstimmen auf</translation>
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
        <translation>Training von {names}</translation>
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
        <source>Tune the share on the last labels</source>
        <translation>Den Anteil auf den letzten Labels abstimmen</translation>
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
        <source>Tuning of the Blend</source>
        <translation>Abstimmung der Mischung</translation>
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
        <source>Use the columns that you left out after all</source>
        <translation>Die weggelassenen Spalten doch verwenden</translation>
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
        <source>Weights from earlier blocks</source>
        <translation>Gewichte aus früheren Blöcken</translation>
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
        <source>What changes</source>
        <translation>Was sich ändert</translation>
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
        <source>What the form holds is trained next, when this training has ended.</source>
        <translation>Was im Formular steht, wird als Nächstes trainiert, wenn dieses Training zu Ende ist.</translation>
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
        <source>Wins become rarer</source>
        <translation>Gewinne werden seltener</translation>
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
        <source>adaptive</source>
        <translation>anpassend</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Warnung</translation>
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
        <source>batch</source>
        <translation>Batch</translation>
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
        <source>blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>blended</source>
        <translation>gemischt</translation>
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
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>bricht ab…</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>challenger</source>
        <translation>Herausforderer</translation>
    </message>
    <message>
        <source>champion</source>
        <translation>Champion</translation>
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
        <source>done</source>
        <translation>fertig</translation>
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
        <source>ever</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>file, full speed</source>
        <translation>volles Tempo</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
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
        <source>for {time}</source>
        <translation>für {time}</translation>
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
        <source>inputs</source>
        <translation>Eingaben</translation>
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
        <translation>letzte {count}</translation>
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
        <source>note</source>
        <translation>Notiz</translation>
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
        <source>nowhere</source>
        <translation>nirgendwohin</translation>
    </message>
    <message>
        <source>one member</source>
        <translation>ein Mitglied</translation>
    </message>
    <message>
        <source>online</source>
        <translation>Online</translation>
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
        <source>over {BUDGET:g} ms</source>
        <translation>über {BUDGET:g} ms</translation>
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
        <source>paused</source>
        <translation>angehalten</translation>
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
        <source>purged</source>
        <translation>bereinigt</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>retrained</source>
        <translation>neu trainiert</translation>
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
        <source>running</source>
        <translation>läuft</translation>
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
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>getestet</translation>
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
        <source>trained</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>wartet…</translation>
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
        <source>{amount:.0f} bytes</source>
        <translation>{amount:.0f} Bytes</translation>
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
        <source>{kept}, copied</source>
        <translation>{kept}, kopiert</translation>
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
        <source>{kinds} on {rows}. Each is tested only on rows later than its training. Without signal and outcome times nobody can tell which outcomes overlap: choose both under Columns, or set an embargo.</source>
        <translation>{kinds} auf {rows}. Jedes wird nur auf Zeilen getestet, die später als sein Training sind. Ohne Signal- und Ergebniszeiten weiß niemand, welche Ergebnisse sich überlappen: Wählen Sie beide unter Spalten, oder setzen Sie ein Embargo.</translation>
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
        <source>{name} {value:,}</source>
        <translation>{name} {value:,}</translation>
    </message>
    <message>
        <source>{name} {value:.3g}</source>
        <translation>{name} {value:.3g}</translation>
    </message>
    <message>
        <source>{name} {words}, allowed for {words2}</source>
        <translation>{name} {words}, berücksichtigt {words2}</translation>
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
