<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl">
<context>
    <name>AboutSection</name>
    <message>
        <source>Over Spinnenweb</source>
        <translation>About Spinnenweb</translation>
    </message>
    <message>
        <source>Spinnenweb is vrije software onder de EUPL-1.2. De letter Noto Sans valt onder de SIL Open Font License, de lijst met wachtwoordwoorden onder de licentie van OpenTaal, Qt onder de LGPL-3.0.</source>
        <translation>Spinnenweb is free software under the EUPL-1.2. The Noto Sans typeface is under the SIL Open Font License, the list of password words under the licence of OpenTaal, and Qt under the LGPL-3.0.</translation>
    </message>
    <message>
        <source>Versie {number}</source>
        <translation>Version {number}</translation>
    </message>
</context>
<context>
    <name>AgainPart</name>
    <message>
        <source>1 maand</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>3 maanden</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>Terug op</source>
        <translation>Back on</translation>
    </message>
    <message>
        <source>andere dag</source>
        <translation>another day</translation>
    </message>
    <message>
        <source>geen afspraak</source>
        <translation>no appointment</translation>
    </message>
    <message>
        <source>over 2 weken</source>
        <translation>in 2 weeks</translation>
    </message>
    <message>
        <source>terug op</source>
        <translation>back on</translation>
    </message>
</context>
<context>
    <name>AgainScreen</name>
    <message>
        <source>een dag eerder</source>
        <translation>one day earlier</translation>
    </message>
    <message>
        <source>een dag later</source>
        <translation>one day later</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Gedaan: {what}</source>
        <translation>Done: {what}</translation>
    </message>
    <message>
        <source>Naar een andere dag…</source>
        <translation>To another day…</translation>
    </message>
    <message>
        <source>Naar morgen</source>
        <translation>To tomorrow</translation>
    </message>
    <message>
        <source>Naar over 2 weken</source>
        <translation>To 2 weeks from now</translation>
    </message>
    <message>
        <source>Naar over een week</source>
        <translation>To a week from now</translation>
    </message>
    <message>
        <source>Verplaatsen</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Verplaatsen: {what}</source>
        <translation>Move: {what}</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>Aan {receiver}: {fields}. Tot en met {date}.</source>
        <translation>To {receiver}: {fields}. Up to and including {date}.</translation>
    </message>
    <message>
        <source>Anders afspreken</source>
        <translation>Agree on something else</translation>
    </message>
    <message>
        <source>De inwoner zegt ja</source>
        <translation>The resident says yes</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Vink samen aan wat je mag vertellen. Wat niet aan staat, blijft hier.</source>
        <translation>Together, tick what you may pass on. What is not ticked stays here.</translation>
    </message>
    <message>
        <source>Vraag het zo:</source>
        <translation>Ask it like this:</translation>
    </message>
    <message>
        <source>Waar gaat het om?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Wat mag er mee?</source>
        <translation>What may we pass on?</translation>
    </message>
</context>
<context>
    <name>AgreementPart</name>
    <message>
        <source>Eerste kleine stap</source>
        <translation>First small step</translation>
    </message>
    <message>
        <source>Eerste kleine stap: {part}</source>
        <translation>First small step: {part}</translation>
    </message>
    <message>
        <source>Met wie</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>met wie</source>
        <translation>with whom</translation>
    </message>
    <message>
        <source>nog geen cijfer</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>of een cijfer 0–10</source>
        <translation>or a number 0–10</translation>
    </message>
    <message>
        <source>wanneer</source>
        <translation>when</translation>
    </message>
    <message>
        <source>wat</source>
        <translation>what</translation>
    </message>
</context>
<context>
    <name>AloneView</name>
    <message>
        <source>&amp;Naam in het team</source>
        <translation>&amp;Name in the team</translation>
    </message>
    <message>
        <source>Coördinator worden</source>
        <translation>Become coordinator</translation>
    </message>
    <message>
        <source>Hoe deze laptop of jullie team heet. Leeg laten mag: dan is het je naam of die van je organisatie.</source>
        <translation>What this laptop or your team is called. You may leave it empty: then it is your name or that of your organisation.</translation>
    </message>
    <message>
        <source>Laptop van een team worden</source>
        <translation>Become a laptop of a team</translation>
    </message>
    <message>
        <source>Werken jullie met meer laptops in dezelfde kernen? Dan maken jullie samen één overzicht. Elke laptop geeft een bijdrage aan de coördinator. Daar staan geen namen in en geen notities.</source>
        <translation>Do you work with several laptops in the same villages? Then you make one overview together. Each laptop gives a contribution to the coordinator. There are no names in it and no notes.</translation>
    </message>
</context>
<context>
    <name>Announcement</name>
    <message>
        <source>{label} heeft nu geen cijfer</source>
        <translation>{label} now has no number</translation>
    </message>
    <message>
        <source>{label} is nu {mark}</source>
        <translation>{label} is now {mark}</translation>
    </message>
</context>
<context>
    <name>AspectPanel</name>
    <message>
        <source>Tik aan waar het over gaat.</source>
        <translation>Tap what it is about.</translation>
    </message>
    <message>
        <source>gevoelige aspecten tonen</source>
        <translation>show sensitive aspects</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Altijd</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>De laatste 30 dagen</source>
        <translation>The last 30 days</translation>
    </message>
    <message>
        <source>De laatste 7 dagen</source>
        <translation>The last 7 days</translation>
    </message>
    <message>
        <source>Er staat hier nog niets in het logboek.</source>
        <translation>There is nothing in the log here yet.</translation>
    </message>
    <message>
        <source>Het laatste jaar</source>
        <translation>The last year</translation>
    </message>
    <message>
        <source>Het logboek klopt: {n} regels, er mist niets en er is niets veranderd.</source>
        <translation>The log is right: {n} lines, nothing is missing and nothing was changed.</translation>
    </message>
    <message>
        <source>Het logboek komt eraan…</source>
        <translation>The log is on its way…</translation>
    </message>
    <message>
        <source>Logboek nakijken</source>
        <translation>Check log</translation>
    </message>
    <message>
        <source>Logboek van {name}</source>
        <translation>Log of {name}</translation>
    </message>
    <message>
        <source>Van wanneer?</source>
        <translation>From when?</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Wat wil je zien?</source>
        <translation>What do you want to see?</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>De map “{place}” is er nu niet. Zit de USB-stick erin?</source>
        <translation>The folder “{place}” is not there now. Is the USB stick plugged in?</translation>
    </message>
    <message>
        <source>De reservekopie is gemaakt en nagekeken: {name}</source>
        <translation>The backup was made and checked: {name}</translation>
    </message>
    <message>
        <source>Nog geen reservekopie</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>Reservekopie van {when}, in de map “{place}”</source>
        <translation>Backup of {when}, in the folder “{place}”</translation>
    </message>
    <message>
        <source>Tijd voor een reservekopie</source>
        <translation>Time for a backup</translation>
    </message>
    <message>
        <source>Veilig bewaard</source>
        <translation>Safely saved</translation>
    </message>
    <message>
        <source>Waar zetten we reservekopieën?</source>
        <translation>Where shall we put backups?</translation>
    </message>
    <message>
        <source>Wat je bewaart, staat nu alleen op deze laptop.</source>
        <translation>What you save is on this laptop only for now.</translation>
    </message>
    <message>
        <source>gisteren om {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <source>vandaag om {time}</source>
        <translation>today at {time}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Ander bestand kiezen</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>Deze reservekopie terugzetten?</source>
        <translation>Put this backup back?</translation>
    </message>
    <message>
        <source>Deze terugzetten</source>
        <translation>Put this one back</translation>
    </message>
    <message>
        <source>In de map voor reservekopieën staat er geen. Zit de USB-stick erin?</source>
        <translation>There is none in the folder for backups. Is the USB stick in?</translation>
    </message>
    <message>
        <source>Je kluis wordt zoals hij toen was. Wat je daarna deed, staat in de kopie die we nu eerst maken. Wie daarna gewist is, blijft gewist. Je kluis gaat erna op slot.</source>
        <translation>Your vault becomes as it was then. What you did after that is in the copy that we make first. Anyone erased after that stays erased. Then your vault is locked.</translation>
    </message>
    <message>
        <source>Kies een reservekopie</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Kies een reservekopie om te zien wat erin zit. Er verandert nog niets.</source>
        <translation>Choose a backup to see what is in it. Nothing changes yet.</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Reservekopie van {day}</source>
        <translation>Backup of {day}</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Wachtwoord van toen</source>
        <translation>Password you had then</translation>
    </message>
    <message>
        <source>Zet je deze terug, dan maken we eerst een reservekopie van je kluis zoals die nu is.</source>
        <translation>If you put this one back, we first make a backup of your vault as it is now.</translation>
    </message>
    <message>
        <source>om {time} · {size} MB</source>
        <translation>at {time} · {size} MB</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Alle mensen erin zijn verzonnen. Je kunt niets stukmaken. Het duurt even.</source>
        <translation>All the people in it are made up. You cannot break anything. It takes a moment.</translation>
    </message>
    <message>
        <source>Het voorbeelddorp komt eraan</source>
        <translation>The example village is on its way</translation>
    </message>
    <message>
        <source>Kies een map op deze laptop voor je kluis</source>
        <translation>Choose a folder on this laptop for your vault</translation>
    </message>
    <message>
        <source>Kies een map voor je reservekopieën</source>
        <translation>Choose a folder for your backups</translation>
    </message>
    <message>
        <source>Kies het startbestand</source>
        <translation>Choose the start file</translation>
    </message>
    <message>
        <source>Startbestanden (*.start.toml)</source>
        <translation>Start files (*.start.toml)</translation>
    </message>
    <message>
        <source>We vullen het dorp…</source>
        <translation>Filling the village…</translation>
    </message>
</context>
<context>
    <name>BigMarks</name>
    <message>
        <source>{label}, cijfer {mark}</source>
        <translation>{label}, number {mark}</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Het is gewist.</source>
        <translation>It has been erased.</translation>
    </message>
    <message>
        <source>Het staat weer op zijn plek.</source>
        <translation>It is back in its place.</translation>
    </message>
    <message>
        <source>Prullenbak</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>{what} definitief wissen?</source>
        <translation>Erase {what} for good?</translation>
    </message>
</context>
<context>
    <name>BinRow</name>
    <message>
        <source>Terugzetten</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Waar je bent</source>
        <translation>Where you are</translation>
    </message>
</context>
<context>
    <name>BringCard</name>
    <message>
        <source>Alles afdrukken</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>Op papier langsbrengen: de samenvatting van {names}.</source>
        <translation>To bring on paper: the summary of {names}.</translation>
    </message>
    <message>
        <source>Op papier langsbrengen: {n} samenvattingen, van {names}.</source>
        <translation>To bring on paper: {n} summaries, of {names}.</translation>
    </message>
</context>
<context>
    <name>BsnLine</name>
    <message>
        <source>Dit lijkt een burgerservicenummer. Dat mag hier niet staan. Haal het weg.</source>
        <translation>This looks like a citizen service number (BSN). It may not be here. Take it out.</translation>
    </message>
</context>
<context>
    <name>CallingCard</name>
    <message>
        <source>Bel de organisatie en vraag wie het nu is.</source>
        <translation>Call the organisation and ask who it is now.</translation>
    </message>
    <message>
        <source>De contactpersoon staat niet meer op de sociale kaart.</source>
        <translation>The contact person is no longer on the social map.</translation>
    </message>
    <message>
        <source>Er is geen nummer dat nu op het scherm mag. Kijk na het bezoek nog eens.</source>
        <translation>There is no number that may be on the screen now. Look again after the visit.</translation>
    </message>
    <message>
        <source>Er staat geen nummer op de sociale kaart. Zoek het op en zet het erbij.</source>
        <translation>There is no number on the social map. Look it up and add it.</translation>
    </message>
    <message>
        <source>Mail bewaren als bestand</source>
        <translation>Save the email as a file</translation>
    </message>
    <message>
        <source>Mail klaarzetten</source>
        <translation>Prepare an email</translation>
    </message>
    <message>
        <source>Verder met {name}</source>
        <translation>Go on with {name}</translation>
    </message>
    <message>
        <source>Zo kun je beginnen:</source>
        <translation>You could begin like this:</translation>
    </message>
    <message>
        <source>{name} is er niet meer contactpersoon.</source>
        <translation>{name} is no longer the contact person there.</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Geboortejaar</source>
        <translation>Year of &amp;birth</translation>
    </message>
    <message>
        <source>&amp;Kern</source>
        <translation>&amp;Village</translation>
    </message>
    <message>
        <source>&amp;Leeftijdsgroep</source>
        <translation>&amp;Age group</translation>
    </message>
    <message>
        <source>&amp;Roepnaam</source>
        <translation>&amp;First name</translation>
    </message>
    <message>
        <source>&amp;Taal</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Vragenlijst</source>
        <translation>&amp;Questionnaire</translation>
    </message>
    <message>
        <source>Elke inwoner heeft een code. Die mag je zelf kiezen.</source>
        <translation>Every resident has a code. You may choose it yourself.</translation>
    </message>
    <message>
        <source>Hier hoort een jaartal van vier cijfers, zoals 1950. Leeg laten mag ook.</source>
        <translation>This must be a year of four digits, such as 1950. You may also leave it empty.</translation>
    </message>
    <message>
        <source>Mag leeg blijven.</source>
        <translation>May stay empty.</translation>
    </message>
    <message>
        <source>Of kies een leeftijdsgroep.</source>
        <translation>Or choose an age group.</translation>
    </message>
    <message>
        <source>T&amp;eksten</source>
        <translation>&amp;Texts</translation>
    </message>
    <message>
        <source>niet bekend</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>nog niet gekozen</source>
        <translation>not chosen yet</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Roepnaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Teksten</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Vragenlijst</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>{age} of {next}, geboren in {year}</source>
        <translation>{age} or {next}, born in {year}</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Toen</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Verschil</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>1 rij klopt niet en gaat niet mee. De rest wel.</source>
        <translation>1 row is not right and stays out. The rest is imported.</translation>
    </message>
    <message>
        <source>Deze contactpersonen vinden delen goed</source>
        <translation>These contact persons agree to being shared</translation>
    </message>
    <message>
        <source>Deze lijst bewaren als CSV</source>
        <translation>Save this list as CSV</translation>
    </message>
    <message>
        <source>Dit bestand kan zo niet worden ingelezen. Verbeter het en kies het opnieuw.</source>
        <translation>This file cannot be imported as it is. Correct it and choose it again.</translation>
    </message>
    <message>
        <source>Goed te lezen: {what}.</source>
        <translation>Readable: {what}.</translation>
    </message>
    <message>
        <source>Wat er niet klopt</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>{n} rijen kloppen niet en gaan niet mee. De rest wel.</source>
        <translation>{n} rows are not right and stay out. The rest is imported.</translation>
    </message>
</context>
<context>
    <name>ChooseOfferDialog</name>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Typ een naam, een plek of een woord</source>
        <translation>Type a name, a place or a word</translation>
    </message>
    <message>
        <source>Waar wil de inwoner heen?</source>
        <translation>Where does the resident want to go?</translation>
    </message>
</context>
<context>
    <name>ChooseResidentDialog</name>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Typ een naam of een code</source>
        <translation>Type a name or a code</translation>
    </message>
</context>
<context>
    <name>ChooseSameDialog</name>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Typ een deel van de naam</source>
        <translation>Type part of the name</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Gekozen</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Samen regelen</source>
        <translation>Arrange together</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>tip</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Afronden en bewaren</source>
        <translation>Finish and keep</translation>
    </message>
    <message>
        <source>Afronden en niets bewaren</source>
        <translation>Finish and keep nothing</translation>
    </message>
    <message>
        <source>Het web van vandaag</source>
        <translation>Today&apos;s web</translation>
    </message>
    <message>
        <source>Je kluis is op slot</source>
        <translation>Your vault is locked</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Alleen erbij bewaren</source>
        <translation>Only keep it with the rest</translation>
    </message>
    <message>
        <source>Kolom {name}</source>
        <translation>Column {name}</translation>
    </message>
    <message>
        <source>Wat is welke kolom? Alleen de organisatie moet. Wat geen plek heeft, bewaren we erbij.</source>
        <translation>Which column is what? Only the organisation is required. What has no place here is kept with it.</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>&amp;Eerder gesprek</source>
        <translation>&amp;Earlier conversation</translation>
    </message>
    <message>
        <source>De webben worden getekend…</source>
        <translation>Drawing the webs…</translation>
    </message>
    <message>
        <source>Deze webben leggen we niet over elkaar, want de cijfers zijn anders gegeven.</source>
        <translation>We do not lay these webs over each other, because the numbers were given in different ways.</translation>
    </message>
    <message>
        <source>Een punt achter een onderwerp: dat wil {name} bespreken.</source>
        <translation>A dot after a subject: {name} wants to discuss it.</translation>
    </message>
    <message>
        <source>Een verschil onder {n} heet ongeveer gelijk: een cijfer is nooit precies.</source>
        <translation>A difference below {n} is called about the same: a number is never exact.</translation>
    </message>
    <message>
        <source>Eerder gesprek</source>
        <translation>Earlier conversation</translation>
    </message>
    <message>
        <source>Het gesprek van {now} naast dat van {earlier}</source>
        <translation>The conversation of {now} beside that of {earlier}</translation>
    </message>
    <message>
        <source>Het web</source>
        <translation>The web</translation>
    </message>
    <message>
        <source>Het web van {now} en dat van {earlier}.</source>
        <translation>The web of {now} and that of {earlier}.</translation>
    </message>
    <message>
        <source>Om te vergelijken zijn twee afgeronde gesprekken nodig.</source>
        <translation>To compare, two finished conversations are needed.</translation>
    </message>
    <message>
        <source>Per onderwerp</source>
        <translation>By subject</translation>
    </message>
    <message>
        <source>Toen en nu</source>
        <translation>Then and now</translation>
    </message>
    <message>
        <source>Toen: {earlier}. Nu: {now}.</source>
        <translation>Then: {earlier}. Now: {now}.</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Wat er anders is, per onderwerp</source>
        <translation>What is different, by subject</translation>
    </message>
    <message>
        <source>hoger</source>
        <translation>higher</translation>
    </message>
    <message>
        <source>lager</source>
        <translation>lower</translation>
    </message>
    <message>
        <source>niet ingevuld</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>niet te zeggen</source>
        <translation>cannot be said</translation>
    </message>
    <message>
        <source>{label}: toen {earlier}, nu {now}.</source>
        <translation>{label}: then {earlier}, now {now}.</translation>
    </message>
    <message>
        <source>{name}, toen en nu</source>
        <translation>{name}, then and now</translation>
    </message>
</context>
<context>
    <name>ContactsCard</name>
    <message>
        <source>1 inwoner</source>
        <translation>1 resident</translation>
    </message>
    <message>
        <source>Naar de prullenbak: {what}</source>
        <translation>Move to the bin: {what}</translation>
    </message>
    <message>
        <source>Praatjes en bijeenkomsten</source>
        <translation>Short chats and meetings</translation>
    </message>
    <message>
        <source>kort praatje</source>
        <translation>short chat</translation>
    </message>
    <message>
        <source>{n} inwoners</source>
        <translation>{n} residents</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>De thema&apos;s zijn weggehaald.</source>
        <translation>The themes were removed.</translation>
    </message>
    <message>
        <source>Dit gesprek staat er niet meer. Het is al afgerond of weggedaan.</source>
        <translation>This conversation is no longer here. It was already finished or erased.</translation>
    </message>
    <message>
        <source>Dit punt is weggehaald.</source>
        <translation>This point was removed.</translation>
    </message>
    <message>
        <source>Gesprek {day}</source>
        <translation>Conversation {day}</translation>
    </message>
    <message>
        <source>Het cijfer is weggehaald.</source>
        <translation>The number was removed.</translation>
    </message>
    <message>
        <source>Het gesprek is bewaard</source>
        <translation>The conversation has been kept</translation>
    </message>
    <message>
        <source>Het web van vandaag</source>
        <translation>Today&apos;s web</translation>
    </message>
    <message>
        <source>Ja, ga verder met {name}</source>
        <translation>Yes, go on with {name}</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Opnieuw gedaan.</source>
        <translation>Done again.</translation>
    </message>
    <message>
        <source>Terug naar het gesprek</source>
        <translation>Back to the conversation</translation>
    </message>
</context>
<context>
    <name>CoordinatorView</name>
    <message>
        <source>Bijdrage inlezen</source>
        <translation>Import a contribution</translation>
    </message>
    <message>
        <source>Bijdrage tot en met {day}, {people}.</source>
        <translation>Contribution up to and including {day}, {people}.</translation>
    </message>
    <message>
        <source>Controlecode {code}.</source>
        <translation>Check code {code}.</translation>
    </message>
    <message>
        <source>Hier komen de bijdragen van {team} samen.</source>
        <translation>The contributions of {team} come together here.</translation>
    </message>
    <message>
        <source>Jouw controlecode: {code}</source>
        <translation>Your check code: {code}</translation>
    </message>
    <message>
        <source>Kennismaking inlezen</source>
        <translation>Import an introduction</translation>
    </message>
    <message>
        <source>Nog geen bijdrage.</source>
        <translation>No contribution yet.</translation>
    </message>
    <message>
        <source>Nog geen laptops. Lees de kennismaking van elke laptop in.</source>
        <translation>No laptops yet. Import the introduction of each laptop.</translation>
    </message>
    <message>
        <source>Team opheffen</source>
        <translation>End the team</translation>
    </message>
    <message>
        <source>Teambestand bewaren</source>
        <translation>Save the team file</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>er is een bijdrage van deze maand</source>
        <translation>there is a contribution for this month</translation>
    </message>
    <message>
        <source>ontbreekt deze maand</source>
        <translation>missing this month</translation>
    </message>
    <message>
        <source>{name} weghalen</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>{n} dagen oud.</source>
        <translation>{n} days old.</translation>
    </message>
</context>
<context>
    <name>CorrectionPage</name>
    <message>
        <source>&amp;Datum van het gesprek</source>
        <translation>&amp;Date of the conversation</translation>
    </message>
    <message>
        <source>Datum van het gesprek</source>
        <translation>Date of the conversation</translation>
    </message>
    <message>
        <source>De nieuwe afspraak op {day} ligt voor het gesprek. Verbeter een van de twee.</source>
        <translation>The new appointment on {day} is before the conversation. Correct one of the two.</translation>
    </message>
    <message>
        <source>Dit gesprek staat er niet meer. Er is niets veranderd.</source>
        <translation>This conversation is no longer here. Nothing was changed.</translation>
    </message>
    <message>
        <source>Gesprek verbeteren</source>
        <translation>Correct the conversation</translation>
    </message>
    <message>
        <source>Het gesprek is verbeterd.</source>
        <translation>The conversation was corrected.</translation>
    </message>
    <message>
        <source>Hier verbeter je wat verkeerd is opgeschreven. Het wordt geen nieuw gesprek. Denkt de inwoner er nu anders over, begin dan een nieuw gesprek. Het web, de stap en de afspraak op Vandaag veranderen mee. In het volgende overzicht telt dit als een verandering.</source>
        <translation>Here you correct what was written down wrong. It does not become a new conversation. If the resident sees it differently now, begin a new conversation. The web, the step and the appointment under Today change with it. In the next overview this counts as a change.</translation>
    </message>
    <message>
        <source>Niet bewaren</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Opnieuw gedaan.</source>
        <translation>Done again.</translation>
    </message>
    <message>
        <source>Verbetering bewaren</source>
        <translation>Save correction</translation>
    </message>
    <message>
        <source>Wat iemand graag doet voor een ander</source>
        <translation>What someone likes to do for others</translation>
    </message>
    <message>
        <source>Wat opviel bij het web</source>
        <translation>What stood out in the web</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>andere dag</source>
        <translation>another day</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>over 2 weken</source>
        <translation>in 2 weeks</translation>
    </message>
    <message>
        <source>over 4 weken</source>
        <translation>in 4 weeks</translation>
    </message>
    <message>
        <source>over een week</source>
        <translation>in a week</translation>
    </message>
</context>
<context>
    <name>DeclinedEntry</name>
    <message>
        <source>Weer voorstellen</source>
        <translation>Propose again</translation>
    </message>
    <message>
        <source>{date}, zonder reden</source>
        <translation>{date}, no reason given</translation>
    </message>
</context>
<context>
    <name>DisagreementPart</name>
    <message>
        <source>Erbij</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Het cijfer van de inwoner blijft staan. Hier staat jouw kijk ernaast.</source>
        <translation>The resident&apos;s number stays. Here your view stands beside it.</translation>
    </message>
    <message>
        <source>Hoe jij het ziet</source>
        <translation>How you see it</translation>
    </message>
    <message>
        <source>Hoe jij het ziet: erbij</source>
        <translation>How you see it: add</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Zie jij iets anders dan de inwoner?</source>
        <translation>Do you see something differently from the resident?</translation>
    </message>
    <message>
        <source>weghalen</source>
        <translation>remove</translation>
    </message>
    <message>
        <source>{subject}: weghalen</source>
        <translation>{subject}: remove</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Aangevuld: {filled}. Overgeslagen: {skipped}. Nieuwe kernen: {villages}.</source>
        <translation>Filled in: {filled}. Left out: {skipped}. New villages: {villages}.</translation>
    </message>
    <message>
        <source>De import is ongedaan gemaakt. De kaart is weer zoals ervoor.</source>
        <translation>The import was undone. The map is as it was before.</translation>
    </message>
    <message>
        <source>Het staat op de kaart: {what}.</source>
        <translation>It is on the map: {what}.</translation>
    </message>
    <message>
        <source>Import ongedaan maken</source>
        <translation>Undo import</translation>
    </message>
</context>
<context>
    <name>DraftRow</name>
    <message>
        <source>Dit gesprek wacht al {n} dagen en telt nergens mee. Rond het af, of wis het.</source>
        <translation>This conversation has been waiting for {n} days and counts nowhere. Finish it, or erase it.</translation>
    </message>
    <message>
        <source>Gesprek met </source>
        <translation>Conversation with </translation>
    </message>
    <message>
        <source>Gesprek met {name} afronden</source>
        <translation>Finish the conversation with {name}</translation>
    </message>
    <message>
        <source>Gesprek met {name} definitief wissen</source>
        <translation>Erase the conversation with {name} for good</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>de cijfers</source>
        <translation>the numbers</translation>
    </message>
    <message>
        <source>de vraag of je het mag bewaren</source>
        <translation>the question whether you may keep it</translation>
    </message>
    <message>
        <source>en</source>
        <translation>and</translation>
    </message>
    <message>
        <source>mist nog {what}</source>
        <translation>still needs {what}</translation>
    </message>
    <message>
        <source>ongeveer twee minuten</source>
        <translation>about two minutes</translation>
    </message>
    <message>
        <source>waar het over ging</source>
        <translation>what it was about</translation>
    </message>
</context>
<context>
    <name>DueRow</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
</context>
<context>
    <name>EmptyFormDialog</name>
    <message>
        <source>Formulier</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Het web en de vragen op papier. Er staat geen naam op, wel een regel voor de code.</source>
        <translation>The web and the questions on paper. There is no name on it, but there is a line for the code.</translation>
    </message>
    <message>
        <source>Leeg formulier</source>
        <translation>Empty form</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>EndingPanel</name>
    <message>
        <source>Vraag eerst of je het mag bewaren. Zonder ja wordt er niets bewaard.</source>
        <translation>First ask whether you may keep it. Without a yes, nothing is kept.</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>Alles over {name} wissen?</source>
        <translation>Erase everything about {name}?</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Doel: {words}</source>
        <translation>Goal: {words}</translation>
    </message>
    <message>
        <source>Kort praatje</source>
        <translation>Short chat</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Stap: {what}</source>
        <translation>Step: {what}</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tip</translation>
    </message>
    <message>
        <source>mag horen hoe het ging</source>
        <translation>may hear how it went</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>{label}, gezicht {number} van {total}</source>
        <translation>{label}, face {number} of {total}</translation>
    </message>
</context>
<context>
    <name>FaultView</name>
    <message>
        <source>Nieuwe kluis maken</source>
        <translation>Make a new vault</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Blad</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>De eerste rijen</source>
        <translation>The first rows</translation>
    </message>
    <message>
        <source>De kolommen kennen we van {name}.</source>
        <translation>We know these columns from {name}.</translation>
    </message>
    <message>
        <source>Eerder ingelezen</source>
        <translation>Imported before</translation>
    </message>
    <message>
        <source>Gescheiden door</source>
        <translation>Separated by</translation>
    </message>
    <message>
        <source>Import ongedaan maken</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>Kies een tabel (Excel of CSV) of een open pakket (HSDS). Je kijkt eerst; er verandert niets.</source>
        <translation>Choose a table (Excel or CSV) or an open package (HSDS). You look first; nothing changes.</translation>
    </message>
    <message>
        <source>Map kiezen</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Tekens</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>komma</source>
        <translation>comma</translation>
    </message>
    <message>
        <source>puntkomma</source>
        <translation>semicolon</translation>
    </message>
    <message>
        <source>streep</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>{name}: {form}.</source>
        <translation>{name}: {form}.</translation>
    </message>
    <message>
        <source>{n} rijen.</source>
        <translation>{n} rows.</translation>
    </message>
    <message>
        <source>{when} · {form} · {n} nieuw</source>
        <translation>{when} · {form} · {n} new</translation>
    </message>
</context>
<context>
    <name>FilesSection</name>
    <message>
        <source>Bewaartermijn</source>
        <translation>Keeping period</translation>
    </message>
    <message>
        <source>Bewaren en wissen</source>
        <translation>Keeping and erasing</translation>
    </message>
    <message>
        <source>Prullenbak</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>Wat je weglegde, en van wie de bewaartermijn voorbij is. Niets verdwijnt zonder dat jij het weet.</source>
        <translation>What you put aside, and whose keeping period is over. Nothing disappears without you knowing.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Alle dimensies</source>
        <translation>All dimensions</translation>
    </message>
    <message>
        <source>Alle kernen</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>Alle soorten</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Alle talen</source>
        <translation>All languages</translation>
    </message>
    <message>
        <source>Alle thema&apos;s</source>
        <translation>All themes</translation>
    </message>
    <message>
        <source>Alles tonen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Kiezen op thema, kern en meer</source>
        <translation>Choose by theme, village and more</translation>
    </message>
    <message>
        <source>Oud en nieuw</source>
        <translation>Old and new</translation>
    </message>
    <message>
        <source>Zoek een organisatie, aanbod of contactpersoon</source>
        <translation>Search organisation, offer or contact</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>1 nog niet opgepakt</source>
        <translation>1 not taken up yet</translation>
    </message>
    <message>
        <source>Hier hoort niemand van</source>
        <translation>Nobody hears about these</translation>
    </message>
    <message>
        <source>Niet om te delen: wat jij met de inwoner samen noteerde.</source>
        <translation>Not to be shared: what you noted together with the resident.</translation>
    </message>
    <message>
        <source>Past, maar wordt niet gebruikt</source>
        <translation>Fits, but is not used</translation>
    </message>
    <message>
        <source>Samen optrekken</source>
        <translation>Working together</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Thema&apos;s waar meer organisaties mee bezig zijn.</source>
        <translation>Themes that several organisations are working on.</translation>
    </message>
    <message>
        <source>Weinig te vinden</source>
        <translation>Little to find</translation>
    </message>
    <message>
        <source>hoort nog bij geen thema</source>
        <translation>belongs to no theme yet</translation>
    </message>
    <message>
        <source>{n} nog niet opgepakt</source>
        <translation>{n} not taken up yet</translation>
    </message>
    <message>
        <source>{said}. Wil hier iets mee: {who}</source>
        <translation>{said}. Wants to do something here: {who}</translation>
    </message>
</context>
<context>
    <name>FirstSheet</name>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Je kluis komt op deze laptop te staan, niet in OneDrive. Daar kan een open kluis stukgaan.</source>
        <translation>Your vault will be on this laptop, not in OneDrive. An open vault can break there.</translation>
    </message>
    <message>
        <source>Je kluis wordt gemaakt…</source>
        <translation>Making your vault…</translation>
    </message>
    <message>
        <source>Kies je wachtwoord</source>
        <translation>Choose your password</translation>
    </message>
    <message>
        <source>Stap {n} van {total}</source>
        <translation>Step {n} of {total}</translation>
    </message>
    <message>
        <source>Welkom bij Spinnenweb</source>
        <translation>Welcome to Spinnenweb</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Het voorbeelddorp opent met: {words}</source>
        <translation>The example village opens with: {words}</translation>
    </message>
    <message>
        <source>In de oude map bleef staan wat intussen veranderde. Laat je coördinator daarnaar kijken.</source>
        <translation>What changed in the meantime stayed in the old folder. Have your coordinator look at it.</translation>
    </message>
    <message>
        <source>Je kluis komt naar deze laptop</source>
        <translation>Your vault is coming to this laptop</translation>
    </message>
    <message>
        <source>Je kluis staat nu op deze laptop, in {folder}.</source>
        <translation>Your vault is now on this laptop, in {folder}.</translation>
    </message>
    <message>
        <source>Kies de map van je kluis</source>
        <translation>Choose the folder of your vault</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>We kopiëren alles en vergelijken het. Pas daarna gaat het oude weg. Het duurt even.</source>
        <translation>We copy everything and compare it. Only then does the old one go. It takes a while.</translation>
    </message>
    <message>
        <source>We verplaatsen je kluis…</source>
        <translation>Moving your vault…</translation>
    </message>
</context>
<context>
    <name>Giving</name>
    <message>
        <source>De printer nam het niet aan. Er is niets gedrukt. Staat hij aan? Probeer opnieuw.</source>
        <translation>The printer did not take it. Nothing was printed. Is it switched on? Try again.</translation>
    </message>
    <message>
        <source>Het is naar de printer.</source>
        <translation>It was sent to the printer.</translation>
    </message>
    <message>
        <source>Het lege formulier is bewaard. Er staat niets over iemand in.</source>
        <translation>The empty form was saved. It says nothing about anyone.</translation>
    </message>
</context>
<context>
    <name>GivingButtons</name>
    <message>
        <source>Er komt geen bestand op je laptop.</source>
        <translation>No file is left on your laptop.</translation>
    </message>
    <message>
        <source>Terug: druk op Esc, of houd het scherm even vast.</source>
        <translation>Back: press Esc, or hold the screen for a moment.</translation>
    </message>
</context>
<context>
    <name>GoalEntry</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hoe ging het?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Hoe het ging, in de woorden van de inwoner</source>
        <translation>How it went, in the resident&apos;s words</translation>
    </message>
    <message>
        <source>Hoe staat het ermee?</source>
        <translation>How is it going?</translation>
    </message>
    <message>
        <source>Naar de prullenbak</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Weer openzetten</source>
        <translation>Open it again</translation>
    </message>
    <message>
        <source>in de woorden van de inwoner (mag leeg)</source>
        <translation>in the resident&apos;s words (may stay empty)</translation>
    </message>
    <message>
        <source>terugkijken op {day}</source>
        <translation>look back on {day}</translation>
    </message>
    <message>
        <source>vertrouwen {n} van 10</source>
        <translation>confidence {n} out of 10</translation>
    </message>
    <message>
        <source>{what}: hoe ging het?</source>
        <translation>{what}: how did it go?</translation>
    </message>
</context>
<context>
    <name>GoalPart</name>
    <message>
        <source>+ losse stap</source>
        <translation>+ separate step</translation>
    </message>
    <message>
        <source>+ stap</source>
        <translation>+ step</translation>
    </message>
    <message>
        <source>Stap erbij: {goal}</source>
        <translation>Add a step: {goal}</translation>
    </message>
</context>
<context>
    <name>GoalsCard</name>
    <message>
        <source>Doel erbij</source>
        <translation>Add goal</translation>
    </message>
    <message>
        <source>Doelen en stappen</source>
        <translation>Goals and steps</translation>
    </message>
    <message>
        <source>Nieuw doel, in de woorden van de inwoner</source>
        <translation>New goal, in the resident&apos;s words</translation>
    </message>
    <message>
        <source>Nog geen doel. Wat wil deze inwoner graag? Schrijf het op in eigen woorden.</source>
        <translation>No goal yet. What would this resident like? Write it down in their own words.</translation>
    </message>
    <message>
        <source>een doel, in de woorden van de inwoner</source>
        <translation>a goal, in the resident&apos;s words</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Alle {n} tonen</source>
        <translation>Show all {n}</translation>
    </message>
</context>
<context>
    <name>GuardDialog</name>
    <message>
        <source>Aanpassen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Alles mag mee</source>
        <translation>Everything may go along</translation>
    </message>
    <message>
        <source>Kijk nog even naar de tekst</source>
        <translation>Take another look at the text</translation>
    </message>
    <message>
        <source>Toch meenemen</source>
        <translation>Take it along anyway</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>{finding} mag mee</source>
        <translation>{finding} may go along</translation>
    </message>
</context>
<context>
    <name>GuessTime</name>
    <message>
        <source>duizenden jaren</source>
        <translation>thousands of years</translation>
    </message>
    <message>
        <source>een paar jaar</source>
        <translation>a few years</translation>
    </message>
    <message>
        <source>honderden jaren</source>
        <translation>hundreds of years</translation>
    </message>
    <message>
        <source>meer dan een miljoen jaar</source>
        <translation>more than a million years</translation>
    </message>
    <message>
        <source>minder dan een dag</source>
        <translation>less than a day</translation>
    </message>
    <message>
        <source>minder dan een jaar</source>
        <translation>less than a year</translation>
    </message>
    <message>
        <source>minder dan een maand</source>
        <translation>less than a month</translation>
    </message>
    <message>
        <source>minder dan een minuut</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>minder dan een seconde</source>
        <translation>less than a second</translation>
    </message>
    <message>
        <source>minder dan een uur</source>
        <translation>less than an hour</translation>
    </message>
    <message>
        <source>tientallen jaren</source>
        <translation>tens of years</translation>
    </message>
</context>
<context>
    <name>HandoverLetterDialog</name>
    <message>
        <source>Bewaren als PDF met slot</source>
        <translation>Save as a locked PDF</translation>
    </message>
    <message>
        <source>Bladzijde {n} van de brief</source>
        <translation>Page {n} of the letter</translation>
    </message>
    <message>
        <source>Dit bewaart Spinnenweb niet. Het staat alleen in de brief.</source>
        <translation>Spinnenweb does not keep this. It is only in the letter.</translation>
    </message>
    <message>
        <source>Het wachtwoord van het bestand. Zeg het door de telefoon, nooit in dezelfde mail.</source>
        <translation>The password of the file. Say it by phone, never in the same email.</translation>
    </message>
    <message>
        <source>Hoe is de inwoner te bereiken?</source>
        <translation>How can the resident be reached?</translation>
    </message>
    <message>
        <source>Kijk samen of dit klopt. Wat hier niet staat, gaat niet mee.</source>
        <translation>Check together whether this is right. What is not here does not go along.</translation>
    </message>
    <message>
        <source>Zo gaat de brief de deur uit</source>
        <translation>This is the letter as it goes out</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Alleen wat aangevinkt is, gaat mee: op papier, of in een bestand op slot.</source>
        <translation>Only what is ticked goes along: on paper, or in a locked file.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bezoek</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Brief bekijken</source>
        <translation>Look at the letter</translation>
    </message>
    <message>
        <source>Een briefje in de eigen taal: waarheen, wanneer, en wat je doorgeeft.</source>
        <translation>A slip in their own language: where to, when, and what you pass on.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Laten zoals het is</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>Op papier meegeven</source>
        <translation>Give on paper</translation>
    </message>
    <message>
        <source>Opgeschreven.</source>
        <translation>Written down.</translation>
    </message>
    <message>
        <source>Schrijf het in één regel op.</source>
        <translation>Write it down in one line.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Vanaf nu gaat er niets meer weg: geen brief en geen mail. Dit kun je niet terugdraaien.</source>
        <translation>From now on nothing leaves any more: no letter and no email. You cannot undo this.</translation>
    </message>
    <message>
        <source>Voor de inwoner</source>
        <translation>For the resident</translation>
    </message>
    <message>
        <source>Waarom past het niet?</source>
        <translation>Why does it not fit?</translation>
    </message>
    <message>
        <source>Waarom stopt het?</source>
        <translation>Why does it stop?</translation>
    </message>
    <message>
        <source>Wil de inwoner dit niet meer?</source>
        <translation>Does the resident no longer want this?</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>tip</translation>
    </message>
    <message>
        <source>{organisation} · voor {name}</source>
        <translation>{organisation} · for {name}</translation>
    </message>
</context>
<context>
    <name>HandoversCard</name>
    <message>
        <source>Hier begint hulp van een ander. De inwoner kiest zelf de weg.</source>
        <translation>This is where help from someone else begins. The resident chooses the way.</translation>
    </message>
    <message>
        <source>Iets doen voor een ander</source>
        <translation>Do something for someone else</translation>
    </message>
    <message>
        <source>Wie of wat helpt</source>
        <translation>Who or what helps</translation>
    </message>
    <message>
        <source>contactpersoon is weg</source>
        <translation>contact person has left</translation>
    </message>
    <message>
        <source>de datum is voorbij</source>
        <translation>the date has passed</translation>
    </message>
    <message>
        <source>gekozen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>nog niets afgesproken</source>
        <translation>nothing agreed yet</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>tip</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Thema&apos;s en kernen, eigen werk, niet om te delen</source>
        <translation>Themes and villages, own work, not to be shared</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Hulp sluiten</source>
        <translation>Close help</translation>
    </message>
    <message>
        <source>Laptop kwijt</source>
        <translation>Laptop lost</translation>
    </message>
    <message>
        <source>Maak foutrapport</source>
        <translation>Make error report</translation>
    </message>
    <message>
        <source>Toetsen</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Wat je hier kunt doen</source>
        <translation>What you can do here</translation>
    </message>
</context>
<context>
    <name>HelpsCard</name>
    <message>
        <source>Gekozen in dit gesprek: {names}</source>
        <translation>Chosen in this conversation: {names}</translation>
    </message>
    <message>
        <source>Kies eerst een thema, of wat het belangrijkste is.</source>
        <translation>First choose a theme, or what matters most.</translation>
    </message>
    <message>
        <source>Kijk op de sociale kaart</source>
        <translation>Look at the social map</translation>
    </message>
    <message>
        <source>Sociale kaart dichtvouwen</source>
        <translation>Fold away the social map</translation>
    </message>
</context>
<context>
    <name>Household</name>
    <message>
        <source>Deze inwoner hoort nu bij een eigen huishouden.</source>
        <translation>This resident now has a household of their own.</translation>
    </message>
    <message>
        <source>Wie woont hier ook?</source>
        <translation>Who else lives here?</translation>
    </message>
</context>
<context>
    <name>HouseholdCard</name>
    <message>
        <source>+ huisgenoot</source>
        <translation>+ someone in the household</translation>
    </message>
    <message>
        <source>Nog niemand.</source>
        <translation>Nobody yet.</translation>
    </message>
    <message>
        <source>Woont hier niet meer</source>
        <translation>No longer lives here</translation>
    </message>
    <message>
        <source>Zelfde huishouden als</source>
        <translation>Same household as</translation>
    </message>
</context>
<context>
    <name>IdleSection</name>
    <message>
        <source> minuten</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Aan je bureau gaat je kluis na {desk} minuten op slot. Op bezoek gaat het scherm na {cover} minuten dicht, en de kluis na {lock} minuten op slot. {organisation} heeft dit zo ingesteld.</source>
        <translation>At your desk your vault locks after {desk} minutes. On a visit the screen is covered after {cover} minutes, and the vault locks after {lock} minutes. {organisation} has set this.</translation>
    </message>
    <message>
        <source>Aan je bureau: kluis op slot na</source>
        <translation>At your desk: vault locks after</translation>
    </message>
    <message>
        <source>Op bezoek: kluis op slot na</source>
        <translation>On a visit: vault locks after</translation>
    </message>
    <message>
        <source>Op bezoek: scherm afgedekt na</source>
        <translation>On a visit: screen covered after</translation>
    </message>
    <message>
        <source>Op slot kan niet eerder zijn dan afgedekt. Dit is nog niet bewaard.</source>
        <translation>The vault cannot lock before the screen is covered. This has not been saved yet.</translation>
    </message>
    <message>
        <source>Vanzelf op slot</source>
        <translation>Locking by itself</translation>
    </message>
    <message>
        <source>Zo lang mag je laptop onaangeraakt blijven.</source>
        <translation>This is how long your laptop may stay untouched.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>1 contactpersoon</source>
        <translation>1 contact person</translation>
    </message>
    <message>
        <source>1 mogelijkheid</source>
        <translation>1 possibility</translation>
    </message>
    <message>
        <source>1 organisatie</source>
        <translation>1 organisation</translation>
    </message>
    <message>
        <source>{n} contactpersonen</source>
        <translation>{n} contact persons</translation>
    </message>
    <message>
        <source>{n} mogelijkheden</source>
        <translation>{n} possibilities</translation>
    </message>
    <message>
        <source>{n} organisaties</source>
        <translation>{n} organisations</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>1 datum ligt na vandaag.</source>
        <translation>1 date is after today.</translation>
    </message>
    <message>
        <source>1 gesprek overgenomen.</source>
        <translation>1 conversation imported.</translation>
    </message>
    <message>
        <source>1 gesprek stond er al.</source>
        <translation>1 conversation was already here.</translation>
    </message>
    <message>
        <source>1 nieuwe inwoner.</source>
        <translation>1 new resident.</translation>
    </message>
    <message>
        <source>1 nieuwe kern.</source>
        <translation>1 new village.</translation>
    </message>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Bewaar je lijst in Excel als CSV UTF-8. Het sjabloon laat zien welke kolommen erin horen.</source>
        <translation>Save your list in Excel as CSV UTF-8. The template shows which columns belong in it.</translation>
    </message>
    <message>
        <source>CSV-bestanden (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>De gesprekken worden overgenomen…</source>
        <translation>Importing the conversations…</translation>
    </message>
    <message>
        <source>Eerdere gesprekken overnemen</source>
        <translation>Import earlier conversations</translation>
    </message>
    <message>
        <source>Het sjabloon is bewaard. De twee gesprekken erin zijn verzonnen.</source>
        <translation>The template was saved. The two conversations in it are made up.</translation>
    </message>
    <message>
        <source>Je bent gestopt. Er is niets overgenomen.</source>
        <translation>You stopped. Nothing was imported.</translation>
    </message>
    <message>
        <source>Sjabloon bewaren</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>Stoppen, niets overnemen</source>
        <translation>Stop, import nothing</translation>
    </message>
    <message>
        <source>Welk bestand neem je over?</source>
        <translation>Which file do you want to import?</translation>
    </message>
    <message>
        <source>{n} datums liggen na vandaag.</source>
        <translation>{n} dates are after today.</translation>
    </message>
    <message>
        <source>{n} gesprekken overgenomen.</source>
        <translation>{n} conversations imported.</translation>
    </message>
    <message>
        <source>{n} gesprekken stonden er al.</source>
        <translation>{n} conversations were already here.</translation>
    </message>
    <message>
        <source>{n} nieuwe inwoners.</source>
        <translation>{n} new residents.</translation>
    </message>
    <message>
        <source>{n} nieuwe kernen.</source>
        <translation>{n} new villages.</translation>
    </message>
</context>
<context>
    <name>InsightDialog</name>
    <message>
        <source>&quot;{name}&quot; mag blijven staan</source>
        <translation>&quot;{name}&quot; may stay in</translation>
    </message>
    <message>
        <source>Bestand maken</source>
        <translation>Make file</translation>
    </message>
    <message>
        <source>Kijk eerst naar namen van anderen</source>
        <translation>First look at the names of others</translation>
    </message>
    <message>
        <source>Welke namen mogen blijven staan?</source>
        <translation>Which names may stay in?</translation>
    </message>
</context>
<context>
    <name>KeepLongerDialog</name>
    <message>
        <source>&amp;Tot en met welke dag?</source>
        <translation>&amp;Up to and including which day?</translation>
    </message>
    <message>
        <source>&amp;Waarom?</source>
        <translation>&amp;Why?</translation>
    </message>
    <message>
        <source>Dit wordt bewaard. De inwoner mag het lezen.</source>
        <translation>This is saved. The resident may read it.</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Tot en met welke dag?</source>
        <translation>Up to and including which day?</translation>
    </message>
    <message>
        <source>{name} langer bewaren</source>
        <translation>Keep {name} longer</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Over een minuut gaat je kluis op slot. Tik op het scherm om open te blijven.</source>
        <translation>Your vault locks in one minute. Tap the screen to keep it open.</translation>
    </message>
</context>
<context>
    <name>KeptPanel</name>
    <message>
        <source>Later kan ook. Wat gekozen is, blijft staan.</source>
        <translation>Later is fine too. What was chosen stays.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Je noodsleutel</source>
        <translation>Your emergency key</translation>
    </message>
    <message>
        <source>Klopt. Je noodsleutel werkt.</source>
        <translation>That is right. Your emergency key works.</translation>
    </message>
    <message>
        <source>We maken een nieuwe noodsleutel. De oude past daarna niet meer.</source>
        <translation>We are making a new emergency key. After that, the old one no longer fits.</translation>
    </message>
</context>
<context>
    <name>KeyEntryView</name>
    <message>
        <source>Je kluis gaat open…</source>
        <translation>Opening your vault…</translation>
    </message>
    <message>
        <source>Negen groepjes van vier. Hoofdletters, spaties en streepjes maken niet uit.</source>
        <translation>Nine groups of four. Capitals, spaces and dashes make no difference.</translation>
    </message>
    <message>
        <source>Noodsleutel</source>
        <translation>Emergency key</translation>
    </message>
    <message>
        <source>Noodsleutel gebruiken</source>
        <translation>Use emergency key</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Pak je noodblad erbij en typ de groepjes over. Neem de tijd.</source>
        <translation>Get your emergency sheet and copy the groups. Take your time.</translation>
    </message>
    <message>
        <source>Terug naar het wachtwoord</source>
        <translation>Back to the password</translation>
    </message>
</context>
<context>
    <name>KeyPaper</name>
    <message>
        <source>Bewaar je noodsleutel nooit in je laptoptas. Een goede plek: in een dichte envelop op kantoor.</source>
        <translation>Never keep your emergency key in your laptop bag. A good place: in a closed envelope at the office.</translation>
    </message>
    <message>
        <source>Kies op je laptop: Wachtwoord vergeten? Typ dan deze negen groepjes over.</source>
        <translation>On your laptop, choose: Forgotten your password? Then copy these nine groups.</translation>
    </message>
    <message>
        <source>Noodblad</source>
        <translation>Emergency sheet</translation>
    </message>
    <message>
        <source>Noodblad van Spinnenweb</source>
        <translation>Emergency sheet of Spinnenweb</translation>
    </message>
    <message>
        <source>Zonder wachtwoord en zonder noodsleutel kan niemand er meer in.</source>
        <translation>Without the password and without the emergency key, nobody can get in any more.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Bewaar je noodsleutel nooit in je laptoptas. Een goede plek: in een dichte envelop op kantoor.</source>
        <translation>Never keep your emergency key in your laptop bag. A good place: in a closed envelope at the office.</translation>
    </message>
    <message>
        <source>Dit is niet groep {n}. Kijk nog eens op je papier; je hebt alle tijd.</source>
        <translation>This is not group {n}. Look at your paper again; take all the time you need.</translation>
    </message>
    <message>
        <source>Later doen, uiterlijk {date}</source>
        <translation>Do it later, by {date} at the latest</translation>
    </message>
    <message>
        <source>Nakijken</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Noodsleutel</source>
        <translation>Emergency key</translation>
    </message>
    <message>
        <source>Noodsleutel nog eens zien</source>
        <translation>See the emergency key again</translation>
    </message>
    <message>
        <source>Overschrijven op papier</source>
        <translation>Copy it onto paper</translation>
    </message>
    <message>
        <source>Typ groep {n} van je papier over. Dan weten we zeker dat je hem goed hebt.</source>
        <translation>Copy group {n} from your paper. Then we know for sure that you have it right.</translation>
    </message>
    <message>
        <source>Verder zonder noodsleutel</source>
        <translation>Go on without an emergency key</translation>
    </message>
    <message>
        <source>Wachtwoord vergeten? Dan open je je kluis met deze noodsleutel. Zonder wachtwoord en zonder noodsleutel kan niemand er meer in.</source>
        <translation>Forgotten your password? Then you open your vault with this emergency key. Without the password and without the emergency key, nobody can get in any more.</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>Je noodsleutel</source>
        <translation>Your emergency key</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Daarna openen alleen je wachtwoord en je noodsleutel deze kluis. Zorg dus dat je noodsleutel op papier staat. Kopieën van vroeger kan je organisatie nog openen. Wil je dat niet? Kies daarna ook Wachtwoord en sleutel vervangen.</source>
        <translation>After that, only your password and your emergency key open this vault. So make sure your emergency key is on paper. Your organisation can still open earlier copies. Don&apos;t want that? Then also choose Replace password and key.</translation>
    </message>
    <message>
        <source>De sleutel van je organisatie weghalen?</source>
        <translation>Remove the key of your organisation?</translation>
    </message>
    <message>
        <source>Ja, mijn organisatie mag erbij</source>
        <translation>Yes, my organisation may open it</translation>
    </message>
    <message>
        <source>Je organisatie kan deze kluis niet meer openen.</source>
        <translation>Your organisation can no longer open this vault.</translation>
    </message>
    <message>
        <source>Kies het startbestand</source>
        <translation>Choose the start file</translation>
    </message>
    <message>
        <source>Laten staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Mag {organisation} je kluis openen?</source>
        <translation>May {organisation} open your vault?</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Sleutel weghalen</source>
        <translation>Remove key</translation>
    </message>
    <message>
        <source>Startbestanden (*.start.toml)</source>
        <translation>Start files (*.start.toml)</translation>
    </message>
    <message>
        <source>Wie het bestand met de sleutel van {organisation} heeft, kan dan in je kluis, en in elke reservekopie die je vanaf nu maakt. Elke opening komt in het logboek. Publieke sleutel: {key}</source>
        <translation>Whoever has the file with the key of {organisation} can then open your vault, and every backup you make from now on. Every opening is written in the log. Public key: {key}</translation>
    </message>
    <message>
        <source>{organisation} kan je kluis nu ook openen.</source>
        <translation>{organisation} can now open your vault too.</translation>
    </message>
</context>
<context>
    <name>LanguageCheckDialog</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Door wie?</source>
        <translation>By whom?</translation>
    </message>
    <message>
        <source>Een naam of een rol, zoals “tolk”. Dit blijft in je kluis.</source>
        <translation>A name or a role, such as “interpreter”. This stays in your vault.</translation>
    </message>
    <message>
        <source>Toch niet nagekeken: weghalen</source>
        <translation>Not checked after all: remove</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>{language}: wie keek de teksten na?</source>
        <translation>{language}: who checked the texts?</translation>
    </message>
</context>
<context>
    <name>LanguageLine</name>
    <message>
        <source>Aanpassen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Nakijken vastleggen</source>
        <translation>Record a check</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>We praten Nederlands, tot deze taal bij Instellingen aan staat.</source>
        <translation>We speak Dutch until this language is switched on in Settings.</translation>
    </message>
    <message>
        <source>{language} (staat uit)</source>
        <translation>{language} (switched off)</translation>
    </message>
</context>
<context>
    <name>LanguagesSection</name>
    <message>
        <source>In deze talen kan een inwoner meelezen. Jij blijft alles ook in het Nederlands zien.</source>
        <translation>In these languages a resident can read along. You still see everything in Dutch as well.</translation>
    </message>
    <message>
        <source>Laat een taal nalezen door iemand die haar van huis uit spreekt, voordat je haar gebruikt. Wie dat deed, staat alleen in je kluis.</source>
        <translation>Have a language read by a native speaker before you use it. Who did so is only in your vault.</translation>
    </message>
    <message>
        <source>Talen</source>
        <translation>Languages</translation>
    </message>
</context>
<context>
    <name>LaptopView</name>
    <message>
        <source>Bijdrage maken</source>
        <translation>Make a contribution</translation>
    </message>
    <message>
        <source>Deze laptop heet {name}.</source>
        <translation>This laptop is called {name}.</translation>
    </message>
    <message>
        <source>Je bijdragen gaan naar {team}. Maak een bijdrage als je coördinator erom vraagt. De controlecode van je coördinator is {code}.</source>
        <translation>Your contributions go to {team}. Make a contribution when your coordinator asks for it. The check code of your coordinator is {code}.</translation>
    </message>
    <message>
        <source>Jouw controlecode: {code}</source>
        <translation>Your check code: {code}</translation>
    </message>
    <message>
        <source>Kennismaking bewaren</source>
        <translation>Save the introduction</translation>
    </message>
    <message>
        <source>Nog twee stappen. Bel elkaar en vergelijk de controlecodes.
1. Bewaar je kennismaking en geef die aan je coördinator.
2. Lees het teambestand in dat je terugkrijgt.</source>
        <translation>Two more steps. Call each other and compare the check codes.
1. Save your introduction and give it to your coordinator.
2. Import the team file you get back.</translation>
    </message>
    <message>
        <source>Teambestand inlezen</source>
        <translation>Import the team file</translation>
    </message>
    <message>
        <source>Uit het team gaan</source>
        <translation>Leave the team</translation>
    </message>
</context>
<context>
    <name>LeftRow</name>
    <message>
        <source>De contactpersoon bij {organisation} staat niet meer op de kaart</source>
        <translation>The contact person at {organisation} is no longer on the map</translation>
    </message>
    <message>
        <source>Overdracht van {name}: {what}</source>
        <translation>Hand-over of {name}: {what}</translation>
    </message>
    <message>
        <source>nu is {name} er</source>
        <translation>now it is {name}</translation>
    </message>
    <message>
        <source>vraag wie het nu is</source>
        <translation>ask who it is now</translation>
    </message>
    <message>
        <source>{name} is geen contactpersoon meer van {organisation}</source>
        <translation>{name} is no longer the contact person of {organisation}</translation>
    </message>
</context>
<context>
    <name>LikelyNote</name>
    <message>
        <source>Die openen</source>
        <translation>Open that one</translation>
    </message>
    <message>
        <source>Is dit misschien {name}? Die staat er al ({why}).</source>
        <translation>Is this perhaps {name}? It is there already ({why}).</translation>
    </message>
    <message>
        <source>Naast elkaar leggen</source>
        <translation>Lay side by side</translation>
    </message>
</context>
<context>
    <name>LookBackCard</name>
    <message>
        <source>Terugkijken</source>
        <translation>Looking back</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>&amp;Grootte van de letters</source>
        <translation>Text si&amp;ze</translation>
    </message>
    <message>
        <source>&amp;Kleuren</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>Dit geldt meteen. Met een inwoner praat je in de taal op de kaart.</source>
        <translation>This applies at once. With a resident you talk in the language on the card.</translation>
    </message>
    <message>
        <source>Dit geldt voor deze laptop.</source>
        <translation>This applies to this laptop.</translation>
    </message>
    <message>
        <source>Hoe het eruitziet</source>
        <translation>How it looks</translation>
    </message>
    <message>
        <source>Lees langzaam voor</source>
        <translation>Read aloud slowly</translation>
    </message>
    <message>
        <source>Rustig beeld: niets schuift of beweegt</source>
        <translation>Calm view: nothing slides or moves</translation>
    </message>
    <message>
        <source>Taal van het &amp;programma</source>
        <translation>Lan&amp;guage of the program</translation>
    </message>
    <message>
        <source>donker</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>hoog contrast</source>
        <translation>high contrast</translation>
    </message>
    <message>
        <source>licht</source>
        <translation>light</translation>
    </message>
    <message>
        <source>zoals de laptop</source>
        <translation>same as the laptop</translation>
    </message>
    <message>
        <source>{n} procent</source>
        <translation>{n} per cent</translation>
    </message>
</context>
<context>
    <name>LostPage</name>
    <message>
        <source>Het blad is bewaard. Er staan geen namen op. Druk het af.</source>
        <translation>The sheet is saved. There are no names on it. Print it.</translation>
    </message>
</context>
<context>
    <name>MapExportDialog</name>
    <message>
        <source>Alle kernen</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>Ander programma (JSON)</source>
        <translation>Another program (JSON)</translation>
    </message>
    <message>
        <source>Ander programma (tabellen)</source>
        <translation>Another program (tables)</translation>
    </message>
    <message>
        <source>Contactpersonen die dat goed vinden</source>
        <translation>Contact persons who agree</translation>
    </message>
    <message>
        <source>De kaart staat in de map {folder}.</source>
        <translation>The map is in the folder {folder}.</translation>
    </message>
    <message>
        <source>Er staan {n} plekken op.</source>
        <translation>There are {n} places on it.</translation>
    </message>
    <message>
        <source>Hier staat nog niets om door te geven.</source>
        <translation>There is nothing here to pass on yet.</translation>
    </message>
    <message>
        <source>In welke map?</source>
        <translation>In which folder?</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Map kiezen en bewaren</source>
        <translation>Choose folder and save</translation>
    </message>
    <message>
        <source>Met wie het trekt en nakeek</source>
        <translation>With who leads it and who checked it</translation>
    </message>
    <message>
        <source>Over inwoners en over jullie eigen werk staat er niets in.</source>
        <translation>There is nothing in it about residents or about your own work.</translation>
    </message>
    <message>
        <source>Papier (PDF, per kern)</source>
        <translation>Paper (PDF, per village)</translation>
    </message>
    <message>
        <source>Sociale kaart doorgeven</source>
        <translation>Pass on the social map</translation>
    </message>
    <message>
        <source>Waarvoor</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Wat jullie zelf over een organisatie opschreven, gaat mee. Over inwoners niets.</source>
        <translation>What you wrote about an organisation goes along. Nothing about residents does.</translation>
    </message>
    <message>
        <source>Website (één bestand)</source>
        <translation>Website (one file)</translation>
    </message>
</context>
<context>
    <name>MapImportDialog</name>
    <message>
        <source>Bestand kiezen</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Controle</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>De kolommen</source>
        <translation>The columns</translation>
    </message>
    <message>
        <source>De lijst is bewaard. Er staat niets uit het bestand zelf in.</source>
        <translation>The list is saved. There is nothing from the file itself in it.</translation>
    </message>
    <message>
        <source>Het bestand</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Map kiezen</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Naar de kaart</source>
        <translation>To the map</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Overzicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Sociale kaart inlezen</source>
        <translation>Import a social map</translation>
    </message>
    <message>
        <source>Stap {n} van {total}: {name}</source>
        <translation>Step {n} of {total}: {name}</translation>
    </message>
    <message>
        <source>Tabellen en pakketten (*.xlsx *.xlsm *.csv *.txt *.json *.zip)</source>
        <translation>Tables and packages (*.xlsx *.xlsm *.csv *.txt *.json *.zip)</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Wat er misschien al staat</source>
        <translation>What may be there already</translation>
    </message>
    <message>
        <source>wat-er-niet-klopt.csv</source>
        <translation>what-is-wrong.csv</translation>
    </message>
</context>
<context>
    <name>MapJoining</name>
    <message>
        <source>Welk aanbod is hetzelfde als {name}?</source>
        <translation>Which offer is the same as {name}?</translation>
    </message>
    <message>
        <source>Welk aanbod staat er twee keer?</source>
        <translation>Which offer is there twice?</translation>
    </message>
    <message>
        <source>Welke organisatie is dezelfde?</source>
        <translation>Which organisation is the same one?</translation>
    </message>
    <message>
        <source>Ze zijn samengevoegd.</source>
        <translation>They are one now.</translation>
    </message>
</context>
<context>
    <name>MapListModel</name>
    <message>
        <source>1 mogelijkheid</source>
        <translation>1 possibility</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Nagekeken</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Te doen</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Wie je belt</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>{n} mogelijkheden</source>
        <translation>{n} possibilities</translation>
    </message>
</context>
<context>
    <name>MapMergeDialog</name>
    <message>
        <source>Aanbod</source>
        <translation>Offers</translation>
    </message>
    <message>
        <source>Andersom: de rechter blijft staan</source>
        <translation>The other way round: the one on the right stays</translation>
    </message>
    <message>
        <source>Andersom: {name} blijft staan</source>
        <translation>The other way round: {name} stays</translation>
    </message>
    <message>
        <source>Blijft staan</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>Contactpersonen</source>
        <translation>Contact persons</translation>
    </message>
    <message>
        <source>Er wordt niets gewist. Losmaken kan altijd.</source>
        <translation>Nothing is erased. You can always take them apart.</translation>
    </message>
    <message>
        <source>Gaat erin op</source>
        <translation>Goes into it</translation>
    </message>
    <message>
        <source>Is dit dezelfde organisatie?</source>
        <translation>Is this the same organisation?</translation>
    </message>
    <message>
        <source>Is dit hetzelfde aanbod?</source>
        <translation>Is this the same offer?</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>{name} ({whose}) blijft staan. Wat daar leeg is, komt van de ander.</source>
        <translation>{name} ({whose}) stays. What is empty there comes from the other.</translation>
    </message>
    <message>
        <source>{name} blijft staan. Wat daar leeg is, komt van de ander, en al het aanbod komt mee.</source>
        <translation>{name} stays. What is empty there comes from the other, and all its offers come along.</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>1 organisatie</source>
        <translation>1 organisation</translation>
    </message>
    <message>
        <source>Als lijst</source>
        <translation>As a list</translation>
    </message>
    <message>
        <source>Als tabel</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>De kaart komt eraan…</source>
        <translation>The map is coming…</translation>
    </message>
    <message>
        <source>Doorgeven</source>
        <translation>Pass on</translation>
    </message>
    <message>
        <source>Eerste organisatie toevoegen</source>
        <translation>Add the first organisation</translation>
    </message>
    <message>
        <source>Hier past niets bij. Kies minder, of tik op Alles tonen.</source>
        <translation>Nothing matches. Choose less, or tap Show all.</translation>
    </message>
    <message>
        <source>Inlezen</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Nieuwe organisatie</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Zoek een organisatie of aanbod</source>
        <translation>Search for an organisation or an offer</translation>
    </message>
    <message>
        <source>{name} staat op de kaart.</source>
        <translation>{name} is on the map.</translation>
    </message>
    <message>
        <source>{n} organisaties</source>
        <translation>{n} organisations</translation>
    </message>
</context>
<context>
    <name>MapPasteDialog</name>
    <message>
        <source>Dit komt erbij</source>
        <translation>This will be added</translation>
    </message>
    <message>
        <source>Dit wordt veranderd</source>
        <translation>This will be changed</translation>
    </message>
    <message>
        <source>En nog {n} rijen.</source>
        <translation>And {n} more rows.</translation>
    </message>
    <message>
        <source>Er zijn meer vakken dan kolommen. Wat rechts uitsteekt, komt niet mee.</source>
        <translation>There are more cells than columns. What sticks out on the right is left out.</translation>
    </message>
    <message>
        <source>Er zijn {n} vakken waar iets niet klopt.</source>
        <translation>In {n} cells something is not right.</translation>
    </message>
    <message>
        <source>Nieuwe organisaties: {n}.</source>
        <translation>New organisations: {n}.</translation>
    </message>
    <message>
        <source>Organisaties die er al zijn: {n}.</source>
        <translation>Organisations that are already there: {n}.</translation>
    </message>
    <message>
        <source>Plakken</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Rij {row}</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>Rijen toevoegen</source>
        <translation>Add rows</translation>
    </message>
    <message>
        <source>{n} nieuwe rijen.</source>
        <translation>{n} new rows.</translation>
    </message>
    <message>
        <source>{n} rijen passen er niet meer bij. Plak die in de lege rij onderaan.</source>
        <translation>{n} rows do not fit any more. Paste those in the empty row at the bottom.</translation>
    </message>
    <message>
        <source>{n} rijen worden overschreven. Ongedaan maken kan met Ctrl+Z.</source>
        <translation>{n} rows will be overwritten. You can undo with Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>MapTable</name>
    <message>
        <source>Organisaties</source>
        <translation>Organisations</translation>
    </message>
</context>
<context>
    <name>MapUndo</name>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
</context>
<context>
    <name>MarkButtons</name>
    <message>
        <source>{label}, cijfer {mark}</source>
        <translation>{label}, number {mark}</translation>
    </message>
    <message>
        <source>{label}, gezicht {number} van {total}</source>
        <translation>{label}, face {number} of {total}</translation>
    </message>
</context>
<context>
    <name>MarkField</name>
    <message>
        <source>0 tot en met 10 · T tien · B bespreken · W weet niet · Delete leeg</source>
        <translation>0 to 10 · T ten · B discuss · W doesn&apos;t know · Delete empty</translation>
    </message>
    <message>
        <source>1 tot en met 5 · B bespreken · W weet niet · Delete leeg</source>
        <translation>1 to 5 · B discuss · W doesn&apos;t know · Delete empty</translation>
    </message>
    <message>
        <source>geen cijfer</source>
        <translation>no number</translation>
    </message>
</context>
<context>
    <name>MarkPart</name>
    <message>
        <source>Antwoorden met een schuif</source>
        <translation>Answer with a slider</translation>
    </message>
    <message>
        <source>Antwoorden met elf knoppen</source>
        <translation>Answer with eleven buttons</translation>
    </message>
    <message>
        <source>Antwoorden met gezichten</source>
        <translation>Answer with faces</translation>
    </message>
    <message>
        <source>Antwoorden op het web</source>
        <translation>Answer on the web</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>Aspecten van {label}</source>
        <translation>Aspects of {label}</translation>
    </message>
    <message>
        <source>Notitie bij {label}</source>
        <translation>Note on {label}</translation>
    </message>
    <message>
        <source>aspecten ›</source>
        <translation>aspects ›</translation>
    </message>
    <message>
        <source>inklappen</source>
        <translation>fold away</translation>
    </message>
    <message>
        <source>nog geen cijfers bij de aspecten</source>
        <translation>no numbers at the aspects yet</translation>
    </message>
</context>
<context>
    <name>MarkSlider</name>
    <message>
        <source>{label}, een hoger</source>
        <translation>{label}, one higher</translation>
    </message>
    <message>
        <source>{label}, een lager</source>
        <translation>{label}, one lower</translation>
    </message>
</context>
<context>
    <name>MarkText</name>
    <message>
        <source>gezicht {number} van {total}</source>
        <translation>face {number} of {total}</translation>
    </message>
</context>
<context>
    <name>MattersPart</name>
    <message>
        <source>+ kies</source>
        <translation>+ choose</translation>
    </message>
    <message>
        <source>Erbij</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Hoogstens drie</source>
        <translation>Three at most</translation>
    </message>
    <message>
        <source>Kies wat telt</source>
        <translation>Choose what matters</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Wat telt voor {name}?</source>
        <translation>What matters to {name}?</translation>
    </message>
    <message>
        <source>Wat telt, in eigen woorden</source>
        <translation>What matters, in their own words</translation>
    </message>
    <message>
        <source>in eigen woorden</source>
        <translation>in their own words</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>MattersScreen</name>
    <message>
        <source>Eigen woorden erbij</source>
        <translation>Add own words</translation>
    </message>
    <message>
        <source>Wat telt, in eigen woorden</source>
        <translation>What matters, in their own words</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Alleen wat de groep samen zei. Zet er geen namen bij.</source>
        <translation>Only what the group said together. Do not add names.</translation>
    </message>
    <message>
        <source>Bijeenkomst bewaren</source>
        <translation>Save meeting</translation>
    </message>
    <message>
        <source>Bijeenkomst noteren</source>
        <translation>Note a meeting</translation>
    </message>
    <message>
        <source>De bijeenkomst is bewaard.</source>
        <translation>The meeting was saved.</translation>
    </message>
    <message>
        <source>Dit aantal telt nergens mee als inwoners met wie je sprak: je kent hun antwoorden niet.</source>
        <translation>This number counts nowhere as residents you spoke to: you do not know their answers.</translation>
    </message>
    <message>
        <source>Hoeveel inwoners waren er?</source>
        <translation>How many residents were there?</translation>
    </message>
    <message>
        <source>In één regel</source>
        <translation>In one line</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Vul in hoeveel inwoners er waren. Ongeveer is goed.</source>
        <translation>Fill in how many residents there were. A rough number is fine.</translation>
    </message>
    <message>
        <source>Waar ging het over?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Wanneer was het?</source>
        <translation>When was it?</translation>
    </message>
</context>
<context>
    <name>MendConsentDialog</name>
    <message>
        <source>&amp;Antwoord</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>&amp;Hoe?</source>
        <translation>&amp;How?</translation>
    </message>
    <message>
        <source>&amp;Wanneer gezegd?</source>
        <translation>&amp;When said?</translation>
    </message>
    <message>
        <source>Alleen als het fout is opgeschreven. Het oude blijft terug te lezen.</source>
        <translation>Only if it was written down wrong. The old answer can still be read.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Wanneer gezegd?</source>
        <translation>When said?</translation>
    </message>
    <message>
        <source>Wie &amp;gaf antwoord?</source>
        <translation>Who &amp;gave the answer?</translation>
    </message>
    <message>
        <source>{purpose}: antwoord verbeteren</source>
        <translation>{purpose}: correct the answer</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>De reeks is weer heel. Aan inwoners en gesprekken is niets veranderd.</source>
        <translation>The series is whole again. Nothing about residents or conversations was changed.</translation>
    </message>
    <message>
        <source>Kies je nieuwste reservekopie</source>
        <translation>Choose your newest backup</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Er wordt niets gewist. Losmaken kan altijd.</source>
        <translation>Nothing is erased. You can always take them apart.</translation>
    </message>
    <message>
        <source>Geboortejaar</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Is dit dezelfde inwoner?</source>
        <translation>Is this the same resident?</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Laatst gesproken</source>
        <translation>Last spoken to</translation>
    </message>
    <message>
        <source>Roepnaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>niet bekend</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>{name} blijft in beeld, met de gesprekken, doelen en toestemmingen van allebei.</source>
        <translation>{name} stays in the list, with the conversations, goals and permissions of both.</translation>
    </message>
</context>
<context>
    <name>MergedCard</name>
    <message>
        <source>+ samenvoegen met een andere kaart</source>
        <translation>+ join with another card</translation>
    </message>
    <message>
        <source>Dubbele kaarten</source>
        <translation>Double cards</translation>
    </message>
    <message>
        <source>Losmaken</source>
        <translation>Take apart</translation>
    </message>
    <message>
        <source>{who} losmaken</source>
        <translation>Take {who} apart</translation>
    </message>
    <message>
        <source>{who}, sinds {day}</source>
        <translation>{who}, since {day}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>De twee kaarten zijn samengevoegd.</source>
        <translation>The two cards were joined.</translation>
    </message>
    <message>
        <source>Het zijn weer twee kaarten.</source>
        <translation>They are two cards again.</translation>
    </message>
    <message>
        <source>Welke kaart is ook van deze inwoner?</source>
        <translation>Which card is also this resident&apos;s?</translation>
    </message>
</context>
<context>
    <name>ModeChip</name>
    <message>
        <source>Er staat al een cijfer. Daarom ligt dit nu vast: zo blijven webben te vergelijken.</source>
        <translation>There is already a number. That is why this is fixed now: it keeps webs comparable.</translation>
    </message>
    <message>
        <source>Kies hoe je cijfers geeft en welk web je gebruikt. Een volgend gesprek begint zo ook.</source>
        <translation>Choose how you give numbers and which web you use. The next conversation begins the same way.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Inwoner {code}</source>
        <translation>Resident {code}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Bladzijden</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>verzonnen voorbeeldgegevens</source>
        <translation>made-up example data</translation>
    </message>
</context>
<context>
    <name>NavigationMenu</name>
    <message>
        <source>Bladzijden</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NeighboursSection</name>
    <message>
        <source>Buurdorpen</source>
        <translation>Neighbouring villages</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Wie hier woont, gaat ook daarheen. Dat telt mee bij wat we voorstellen.</source>
        <translation>People who live here go there too. We take that into account in what we propose.</translation>
    </message>
</context>
<context>
    <name>NewPasswordView</name>
    <message>
        <source>De sleutel van je organisatie past. Dat staat nu in het logboek. Het oude wachtwoord opent de kluis straks niet meer.</source>
        <translation>The key of your organisation fits. That is now in the log. The old password will no longer open the vault.</translation>
    </message>
    <message>
        <source>Je kluis gaat open…</source>
        <translation>Opening your vault…</translation>
    </message>
    <message>
        <source>Je noodsleutel past. Je oude wachtwoord opent de kluis straks niet meer.</source>
        <translation>Your emergency key fits. Your old password will no longer open the vault.</translation>
    </message>
    <message>
        <source>Kies je nieuwe wachtwoord</source>
        <translation>Choose your new password</translation>
    </message>
    <message>
        <source>Wachtwoord bewaren en openen</source>
        <translation>Save password and open</translation>
    </message>
</context>
<context>
    <name>NewTalkDialog</name>
    <message>
        <source>Laatst gesproken:</source>
        <translation>Last spoken to:</translation>
    </message>
    <message>
        <source>Leeg formulier afdrukken of bewaren</source>
        <translation>Print or save an empty form</translation>
    </message>
    <message>
        <source>Met wie? Typ een naam of een code</source>
        <translation>With whom? Type a name or a code</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Nieuwe inwoner</source>
        <translation>New resident</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nummer van {who}</source>
        <translation>Number of {who}</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wie bel je?</source>
        <translation>Who do you call?</translation>
    </message>
    <message>
        <source>een nieuw nummer</source>
        <translation>a new number</translation>
    </message>
    <message>
        <source>{who} weghalen</source>
        <translation>Remove {who}</translation>
    </message>
</context>
<context>
    <name>OffersAlong</name>
    <message>
        <source>Er staat nog niets bij.</source>
        <translation>Nothing is listed yet.</translation>
    </message>
    <message>
        <source>Wat er te doen is</source>
        <translation>What there is to do</translation>
    </message>
</context>
<context>
    <name>OffersPart</name>
    <message>
        <source>Aanbod samenvoegen dat er twee keer staat</source>
        <translation>Join offers that are there twice</translation>
    </message>
    <message>
        <source>Aanbod toevoegen</source>
        <translation>Add an offer</translation>
    </message>
    <message>
        <source>Er staat nog niets bij.</source>
        <translation>Nothing is listed yet.</translation>
    </message>
    <message>
        <source>Samenvoegen…</source>
        <translation>Join…</translation>
    </message>
    <message>
        <source>Wat er te doen is</source>
        <translation>What there is to do</translation>
    </message>
</context>
<context>
    <name>OneLineDialog</name>
    <message>
        <source>In één regel</source>
        <translation>In one line</translation>
    </message>
</context>
<context>
    <name>OrganisationDialog</name>
    <message>
        <source>Is het een van deze? Die staat er al.</source>
        <translation>Is it one of these? It is there already.</translation>
    </message>
    <message>
        <source>Nieuwe organisatie</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Organisatie aanpassen</source>
        <translation>Change organisation</translation>
    </message>
</context>
<context>
    <name>OrganisationPage</name>
    <message>
        <source>Aanbod aanpassen</source>
        <translation>Change offer</translation>
    </message>
    <message>
        <source>Aanpassen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Bereiken</source>
        <translation>How to reach them</translation>
    </message>
    <message>
        <source>Contactpersoon aanpassen</source>
        <translation>Change contact person</translation>
    </message>
    <message>
        <source>De organisatie zelf: {when}</source>
        <translation>The organisation itself: {when}</translation>
    </message>
    <message>
        <source>Het is bewaard.</source>
        <translation>It is saved.</translation>
    </message>
    <message>
        <source>Het zijn er weer twee.</source>
        <translation>They are two again.</translation>
    </message>
    <message>
        <source>Losmaken</source>
        <translation>Take apart</translation>
    </message>
    <message>
        <source>Naar de prullenbak</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Nieuw aanbod</source>
        <translation>New offer</translation>
    </message>
    <message>
        <source>Nieuwe contactpersoon</source>
        <translation>New contact person</translation>
    </message>
    <message>
        <source>Samengevoegd op {date}.</source>
        <translation>Joined on {date}.</translation>
    </message>
    <message>
        <source>Samenvoegen met een andere…</source>
        <translation>Join with another…</translation>
    </message>
    <message>
        <source>Vandaag nagekeken</source>
        <translation>Checked today</translation>
    </message>
    <message>
        <source>Vandaag nagekeken, met al het aanbod.</source>
        <translation>Checked today, with all its offers.</translation>
    </message>
    <message>
        <source>Wat ze doen en willen</source>
        <translation>What they do and want</translation>
    </message>
    <message>
        <source>een deel van het aanbod</source>
        <translation>part of what it offers</translation>
    </message>
    <message>
        <source>gestopt</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>{name} ligt in de prullenbak.</source>
        <translation>{name} is in the bin.</translation>
    </message>
    <message>
        <source>{name}: samengevoegd op {date}.</source>
        <translation>{name}: joined on {date}.</translation>
    </message>
</context>
<context>
    <name>OrganisationSection</name>
    <message>
        <source>Je organisatie</source>
        <translation>Your organisation</translation>
    </message>
    <message>
        <source>Sleutel uit een startbestand inlezen</source>
        <translation>Read key from a start file</translation>
    </message>
    <message>
        <source>Sleutel van je organisatie weghalen</source>
        <translation>Remove the key of your organisation</translation>
    </message>
    <message>
        <source>Wie kan je kluis openen?</source>
        <translation>Who can open your vault?</translation>
    </message>
</context>
<context>
    <name>OrganisationTalkDialog</name>
    <message>
        <source>Alleen over de organisatie. Zet er niets over inwoners in.</source>
        <translation>About the organisation only. Write nothing about residents.</translation>
    </message>
    <message>
        <source>Gesprek bewaren</source>
        <translation>Save the conversation</translation>
    </message>
    <message>
        <source>Gesprek met {name}</source>
        <translation>Conversation with {name}</translation>
    </message>
    <message>
        <source>Met wie sprak je?</source>
        <translation>Who did you speak with?</translation>
    </message>
    <message>
        <source>Schrijf op wat ze doen, bieden of zien.</source>
        <translation>Write down what they do, offer or see.</translation>
    </message>
    <message>
        <source>Waar hoort dat bij?</source>
        <translation>What does that belong to?</translation>
    </message>
    <message>
        <source>Wanneer was het?</source>
        <translation>When was it?</translation>
    </message>
    <message>
        <source>Wat bieden ze?</source>
        <translation>What do they offer?</translation>
    </message>
    <message>
        <source>Wat doen ze al aan gezond en prettig leven?</source>
        <translation>What do they already do for a healthy and pleasant life?</translation>
    </message>
    <message>
        <source>Wat willen ze oppakken?</source>
        <translation>What would they like to take up?</translation>
    </message>
    <message>
        <source>Welke kansen zien ze?</source>
        <translation>What opportunities do they see?</translation>
    </message>
</context>
<context>
    <name>OrganisationTalks</name>
    <message>
        <source>Het gesprek met {name} is bewaard.</source>
        <translation>The conversation with {name} has been saved.</translation>
    </message>
    <message>
        <source>Met wie sprak je?</source>
        <translation>Who did you speak with?</translation>
    </message>
</context>
<context>
    <name>OtherDayDialog</name>
    <message>
        <source>Naar een andere dag</source>
        <translation>To another day</translation>
    </message>
    <message>
        <source>Verplaatsen</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Welke dag?</source>
        <translation>Which day?</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Kies het bestand met de sleutel van je organisatie</source>
        <translation>Choose the file with the key of your organisation</translation>
    </message>
</context>
<context>
    <name>OwnInstrumentsSection</name>
    <message>
        <source>Deze vragenlijst klopt nog niet. Er is niets geladen.</source>
        <translation>This questionnaire is not right yet. Nothing was loaded.</translation>
    </message>
    <message>
        <source>Een web met jullie eigen onderwerpen. Zet je het uit, dan begint er geen gesprek meer mee.</source>
        <translation>A web with your own subjects. Switch it off, and no new conversation begins with it.</translation>
    </message>
    <message>
        <source>Eigen vragenlijsten</source>
        <translation>Own questionnaires</translation>
    </message>
    <message>
        <source>En nog {n} andere.</source>
        <translation>And {n} more.</translation>
    </message>
    <message>
        <source>Vragenlijst laden</source>
        <translation>Load questionnaire</translation>
    </message>
    <message>
        <source>Vragenlijsten (*.instrument.toml *.toml)</source>
        <translation>Questionnaires (*.instrument.toml *.toml)</translation>
    </message>
    <message>
        <source>Welke vragenlijst laad je?</source>
        <translation>Which questionnaire do you want to load?</translation>
    </message>
    <message>
        <source>{name} is geladen en staat nu in je kluis.</source>
        <translation>{name} was loaded and is now in your vault.</translation>
    </message>
    <message>
        <source>{n} onderwerpen · {languages}</source>
        <translation>{n} subjects · {languages}</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Andere kiezen</source>
        <translation>Choose another</translation>
    </message>
    <message>
        <source>Deze reservekopie terugzetten?</source>
        <translation>Put this backup back?</translation>
    </message>
    <message>
        <source>Deze terugzetten</source>
        <translation>Put this one back</translation>
    </message>
    <message>
        <source>We zetten de reservekopie terug…</source>
        <translation>Putting the backup back…</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>0 tot en met 10 en door · T tien · B bespreken · W weet niet of zegt liever niet</source>
        <translation>0 to 10 and on · T ten · B discuss · W doesn&apos;t know or would rather not say</translation>
    </message>
    <message>
        <source>1 tot en met 5 en door · B bespreken · W weet niet of zegt liever niet</source>
        <translation>1 to 5 and on · B discuss · W doesn&apos;t know or would rather not say</translation>
    </message>
    <message>
        <source>Aangekruist om te bespreken</source>
        <translation>Ticked to discuss</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>De codes van het papier, zoals LF4 MD1</source>
        <translation>The codes on the paper, such as LF4 MD1</translation>
    </message>
    <message>
        <source>Deze code is nieuw. Er komt een nieuwe inwoner bij.</source>
        <translation>This code is new. A new resident will be added.</translation>
    </message>
    <message>
        <source>Deze code staat niet op het papier: {codes}</source>
        <translation>This code is not on the paper: {codes}</translation>
    </message>
    <message>
        <source>Dit is {name}.</source>
        <translation>This is {name}.</translation>
    </message>
    <message>
        <source>Een dag na het gesprek, zoals 5-12</source>
        <translation>A day after the conversation, such as 5-12 for 5 December</translation>
    </message>
    <message>
        <source>Een dag tot en met vandaag, zoals 21-11</source>
        <translation>A day up to and including today, such as 21-11 for 21 November</translation>
    </message>
    <message>
        <source>Eerste kleine stap</source>
        <translation>First small step</translation>
    </message>
    <message>
        <source>Er is niets bewaard.</source>
        <translation>Nothing was kept.</translation>
    </message>
    <message>
        <source>Formulier</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Gaat het lukken?</source>
        <translation>Will it work out?</translation>
    </message>
    <message>
        <source>Geen code op het papier? Laat het leeg: de inwoner krijgt er een.</source>
        <translation>No code on the paper? Leave it empty: the resident will get one.</translation>
    </message>
    <message>
        <source>Het gesprek met {name} staat erin. Je kunt het volgende papier doen.</source>
        <translation>The conversation with {name} is in. You can do the next paper.</translation>
    </message>
    <message>
        <source>Iets graag anders?</source>
        <translation>Anything they would like to be different?</translation>
    </message>
    <message>
        <source>Mag ik dit…</source>
        <translation>May I do this…</translation>
    </message>
    <message>
        <source>Met wie</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Niets bewaren</source>
        <translation>Keep nothing</translation>
    </message>
    <message>
        <source>Nieuwe afspraak (datum)</source>
        <translation>New appointment (date)</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Vul eerst in of bewaren mag. Zonder ja wordt er niets bewaard.</source>
        <translation>First fill in whether you may keep it. Without a yes, nothing is kept.</translation>
    </message>
    <message>
        <source>Waar ging het over?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat iemand graag doet voor een ander</source>
        <translation>What someone likes to do for others</translation>
    </message>
    <message>
        <source>Wat telt, {n}</source>
        <translation>What matters, {n}</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>ja, graag</source>
        <translation>yes, please</translation>
    </message>
    <message>
        <source>lastig</source>
        <translation>hard</translation>
    </message>
    <message>
        <source>misschien</source>
        <translation>maybe</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>weet nog niet</source>
        <translation>doesn&apos;t know yet</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Brief bewaren, op slot</source>
        <translation>Save the letter, locked</translation>
    </message>
    <message>
        <source>De brief is bewaard, op slot</source>
        <translation>The letter has been saved, locked</translation>
    </message>
    <message>
        <source>De mail is bewaard. Er staat niets over de inwoner in.</source>
        <translation>The email was saved. There is nothing about the resident in it.</translation>
    </message>
    <message>
        <source>Er is geen mailprogramma gevonden. Bewaar de mail als bestand.</source>
        <translation>No email program was found. Save the email as a file.</translation>
    </message>
    <message>
        <source>Het is doorgegeven</source>
        <translation>It has been passed on</translation>
    </message>
    <message>
        <source>Het wachtwoord is: {password}. Zeg het door de telefoon, nooit in de mail.</source>
        <translation>The password is: {password}. Say it by phone, never by email.</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>Mail (*.eml)</translation>
    </message>
    <message>
        <source>Mail bewaren als bestand</source>
        <translation>Save the email as a file</translation>
    </message>
</context>
<context>
    <name>PasswordChoice</name>
    <message>
        <source>Andere woorden</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>De twee zijn niet gelijk. Tik op het oogje om te zien wat je typt.</source>
        <translation>The two are not the same. Tap the eye to see what you type.</translation>
    </message>
    <message>
        <source>Dit is te makkelijk te raden. Maak het langer, of kies de vijf woorden.</source>
        <translation>This is too easy to guess. Make it longer, or choose the five words.</translation>
    </message>
    <message>
        <source>Hier zijn vijf gewone woorden. Samen zijn ze goed te onthouden en heel lastig te raden. Hoofdletters en streepjes maken niet uit.</source>
        <translation>Here are five ordinary Dutch words. Together they are easy to remember and very hard to guess. Capitals and dashes make no difference.</translation>
    </message>
    <message>
        <source>Je eigen wachtwoord</source>
        <translation>Your own password</translation>
    </message>
    <message>
        <source>Toch de vijf woorden</source>
        <translation>Use the five words after all</translation>
    </message>
    <message>
        <source>Typ je wachtwoord nog een keer</source>
        <translation>Type your password again</translation>
    </message>
    <message>
        <source>Voorgesteld wachtwoord: {words}</source>
        <translation>Suggested password: {words}</translation>
    </message>
    <message>
        <source>Zelf iets bedenken</source>
        <translation>Think of something yourself</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Ander wachtwoord kiezen</source>
        <translation>Choose another password</translation>
    </message>
    <message>
        <source>Je wachtwoord is veranderd. Oudere reservekopieën openen nog met het oude wachtwoord.</source>
        <translation>Your password has been changed. Older backups still open with the old password.</translation>
    </message>
    <message>
        <source>Je wachtwoord wordt veranderd…</source>
        <translation>Changing your password…</translation>
    </message>
    <message>
        <source>Wachtwoord bewaren</source>
        <translation>Save password</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Laat zien wat ik typ</source>
        <translation>Show what I type</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Dit is niet je wachtwoord van nu. Er is niets veranderd.</source>
        <translation>This is not your current password. Nothing was changed.</translation>
    </message>
    <message>
        <source>Je wachtwoord van nu</source>
        <translation>Your current password</translation>
    </message>
    <message>
        <source>Vul eerst je wachtwoord van nu in.</source>
        <translation>First fill in your current password.</translation>
    </message>
</context>
<context>
    <name>PasswordSection</name>
    <message>
        <source>Ander wachtwoord kiezen</source>
        <translation>Choose another password</translation>
    </message>
    <message>
        <source>In het voorbeelddorp blijft het wachtwoord zoals het is.</source>
        <translation>In the example village the password stays as it is.</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wachtwoord en sleutel vervangen</source>
        <translation>Replace password and key</translation>
    </message>
    <message>
        <source>Wil je gewoon een ander wachtwoord? Kies het eerste. Kent iemand anders je wachtwoord? Vervang dan ook de sleutel: dan past het oude nergens meer op.</source>
        <translation>Do you just want another password? Choose the first. Does someone else know your password? Then replace the key as well: after that the old one fits nowhere.</translation>
    </message>
</context>
<context>
    <name>PermissionRow</name>
    <message>
        <source>Delen vraag je per keer, en altijd voor één ontvanger.</source>
        <translation>You ask about sharing each time, and always for one receiver.</translation>
    </message>
    <message>
        <source>verbeteren</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>wil dit niet meer</source>
        <translation>no longer wants this</translation>
    </message>
    <message>
        <source>wil met niemand meer delen</source>
        <translation>no longer wants to share with anyone</translation>
    </message>
    <message>
        <source>zegt nu ja</source>
        <translation>says yes now</translation>
    </message>
    <message>
        <source>zegt nu nee</source>
        <translation>says no now</translation>
    </message>
</context>
<context>
    <name>PermissionsCard</name>
    <message>
        <source>Toestemmingen</source>
        <translation>Permissions</translation>
    </message>
    <message>
        <source>eerder: {answer} op {date}</source>
        <translation>earlier: {answer} on {date}</translation>
    </message>
</context>
<context>
    <name>PersonsAlong</name>
    <message>
        <source>Wie je belt</source>
        <translation>Whom to call</translation>
    </message>
</context>
<context>
    <name>PersonsPart</name>
    <message>
        <source>Alleen voor jou: mag niet gedeeld worden.</source>
        <translation>For you only: may not be shared.</translation>
    </message>
    <message>
        <source>Begint op {date}.</source>
        <translation>Begins on {date}.</translation>
    </message>
    <message>
        <source>Contactpersoon toevoegen</source>
        <translation>Add a contact person</translation>
    </message>
    <message>
        <source>Er staat nu niemand bij.</source>
        <translation>Nobody is listed now.</translation>
    </message>
    <message>
        <source>Inwoners mogen zelf bellen.</source>
        <translation>Residents may call directly.</translation>
    </message>
    <message>
        <source>Mag gedeeld worden, zei ja op {date}.</source>
        <translation>May be shared, said yes on {date}.</translation>
    </message>
    <message>
        <source>Mag gedeeld worden.</source>
        <translation>May be shared.</translation>
    </message>
    <message>
        <source>Niet meer of nog niet ({n})</source>
        <translation>No longer or not yet ({n})</translation>
    </message>
    <message>
        <source>Weg sinds {date}. Niet meer bellen.</source>
        <translation>Left on {date}. Do not call any more.</translation>
    </message>
    <message>
        <source>Wie je belt</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>{name} aanpassen</source>
        <translation>Change {name}</translation>
    </message>
</context>
<context>
    <name>PhotoScreen</name>
    <message>
        <source>Terug: druk op Esc, of houd het scherm even vast.</source>
        <translation>Back: press Esc, or hold the screen for a moment.</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>Je reservekopieën</source>
        <translation>Your backups</translation>
    </message>
    <message>
        <source>Later kiezen, bij Instellingen</source>
        <translation>Choose later, in Settings</translation>
    </message>
    <message>
        <source>Map kiezen</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Naar je kluis</source>
        <translation>To your vault</translation>
    </message>
    <message>
        <source>Nog geen map gekozen</source>
        <translation>No folder chosen yet</translation>
    </message>
    <message>
        <source>Waar zetten we reservekopieën? Dat mag een USB-stick zijn, of een map op de netwerkschijf van je organisatie. Ook een kopie zit op slot.</source>
        <translation>Where shall we put backups? It may be a USB stick, or a folder on your organisation&apos;s network drive. A copy is locked as well.</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Agenda (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Agenda bewaren als bestand</source>
        <translation>Save calendar as a file</translation>
    </message>
    <message>
        <source>De agenda is bewaard. Er staan geen namen van inwoners in.</source>
        <translation>The calendar was saved. There are no names of residents in it.</translation>
    </message>
    <message>
        <source>Gedaan. Het staat niet meer open.</source>
        <translation>Done. It is no longer open.</translation>
    </message>
    <message>
        <source>Verplaatst naar {day}.</source>
        <translation>Moved to {day}.</translation>
    </message>
</context>
<context>
    <name>ProposalEntry</name>
    <message>
        <source>Bij iets anders paste dit niet, op {date}.</source>
        <translation>This was not suitable for something else, on {date}.</translation>
    </message>
    <message>
        <source>Bij iets anders paste dit niet, op {date}: {why}.</source>
        <translation>This was not suitable for something else, on {date}: {why}.</translation>
    </message>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Past hierbij: {why}.</source>
        <translation>Why it fits: {why}.</translation>
    </message>
    <message>
        <source>Past niet</source>
        <translation>Not suitable</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Not after all</translation>
    </message>
    <message>
        <source>Toch wel</source>
        <translation>Yes, after all</translation>
    </message>
    <message>
        <source>Vraag naar {who}</source>
        <translation>Ask for {who}</translation>
    </message>
    <message>
        <source>Weet vooraf: {why}.</source>
        <translation>Good to know first: {why}.</translation>
    </message>
    <message>
        <source>gekozen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>liever niet</source>
        <translation>rather not</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>Dit stellen we hierbij niet meer voor.</source>
        <translation>We will not propose this here again.</translation>
    </message>
    <message>
        <source>Er staat nu niets op de sociale kaart dat hierbij past, in deze kern of een buurdorp.</source>
        <translation>There is nothing on the social map now that fits this, in this village or a neighbouring one.</translation>
    </message>
    <message>
        <source>Wat eerder niet paste ({n})</source>
        <translation>What was not suitable before ({n})</translation>
    </message>
    <message>
        <source>{n} keer aanbod van de sociale kaart</source>
        <translation>{n} offers from the social map</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReachedPart</name>
    <message>
        <source>Wat hier aankwam</source>
        <translation>What reached them</translation>
    </message>
</context>
<context>
    <name>ReceiverRow</name>
    <message>
        <source>tot en met {date}</source>
        <translation>up to and including {date}</translation>
    </message>
    <message>
        <source>verbeteren</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>voorbij</source>
        <translation>over</translation>
    </message>
    <message>
        <source>wil dit niet meer</source>
        <translation>no longer wants this</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Dagen en tijden</source>
        <translation>Days and times</translation>
    </message>
    <message>
        <source>Delen</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Hoe lang</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Meedoen</source>
        <translation>Taking part</translation>
    </message>
    <message>
        <source>Nagekeken</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Waar het bij past</source>
        <translation>What it goes with</translation>
    </message>
    <message>
        <source>Wat ze doen en willen</source>
        <translation>What they do and want</translation>
    </message>
    <message>
        <source>Wie en hoe te bereiken</source>
        <translation>Who, and how to reach them</translation>
    </message>
</context>
<context>
    <name>RekeyDialog</name>
    <message>
        <source>Alles een nieuw slot geven</source>
        <translation>Give everything a new lock</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ReleaseChoiceDialog</name>
    <message>
        <source>&amp;Tot en met welke dag?</source>
        <translation>&amp;Up to and including which day?</translation>
    </message>
    <message>
        <source>Cijfers bekijken</source>
        <translation>Look at the figures</translation>
    </message>
    <message>
        <source>Een kwartaal geeft meer verse cijfers: er is dan vaker genoeg veranderd.</source>
        <translation>A quarter gives more new figures: by then enough has usually changed.</translation>
    </message>
    <message>
        <source>Elk &amp;kwartaal</source>
        <translation>Every &amp;quarter</translation>
    </message>
    <message>
        <source>Elke &amp;maand</source>
        <translation>Every &amp;month</translation>
    </message>
    <message>
        <source>Geef de groep een naam.</source>
        <translation>Give the group a name.</translation>
    </message>
    <message>
        <source>Hoe vaak?</source>
        <translation>How often?</translation>
    </message>
    <message>
        <source>Kies minstens twee dorpen.</source>
        <translation>Choose at least two villages.</translation>
    </message>
    <message>
        <source>Kies minstens één kern.</source>
        <translation>Choose at least one village.</translation>
    </message>
    <message>
        <source>Kleine dorpen &amp;samen in een groep</source>
        <translation>&amp;Small villages together in a group</translation>
    </message>
    <message>
        <source>Naam van de &amp;groep</source>
        <translation>Name of the &amp;group</translation>
    </message>
    <message>
        <source>Voor dorpen met minder dan 60 inwoners die nog niet in een overzicht stonden. Thema’s en signalen staan dan alleen bij de groep. Dat blijft zo.</source>
        <translation>For villages with fewer than 60 residents that were not in an overview before. Themes and signals are then given for the group only. That stays so.</translation>
    </message>
    <message>
        <source>Welke dorpen staan samen?</source>
        <translation>Which villages go together?</translation>
    </message>
    <message>
        <source>Welke kernen?</source>
        <translation>Which villages?</translation>
    </message>
    <message>
        <source>vandaag, {day}</source>
        <translation>today, {day}</translation>
    </message>
    <message>
        <source>{name} is een groep van {villages}. Dat blijft zo.</source>
        <translation>{name} is a group of {villages}. That stays so.</translation>
    </message>
</context>
<context>
    <name>ReleaseTable</name>
    <message>
        <source>Iedereen</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>Inwoners die meetellen</source>
        <translation>Residents who are counted</translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Na het gesprek</source>
        <translation>After the conversation</translation>
    </message>
    <message>
        <source>Onderwerp</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Signaal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Wil bespreken</source>
        <translation>Wants to discuss</translation>
    </message>
    <message>
        <source>cijfer {young} tot en met {old}</source>
        <translation>number {young} to {old}</translation>
    </message>
    <message>
        <source>iedereen</source>
        <translation>everyone</translation>
    </message>
    <message>
        <source>is er niet</source>
        <translation>is not there</translation>
    </message>
    <message>
        <source>{age} en ouder</source>
        <translation>{age} and older</translation>
    </message>
    <message>
        <source>{young} tot {old}</source>
        <translation>{young} to {old}</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>&amp;Kern</source>
        <translation>&amp;Village</translation>
    </message>
    <message>
        <source>Alle {count} overzichten</source>
        <translation>All {count} overviews</translation>
    </message>
    <message>
        <source>Alleen voor jou · {about}:</source>
        <translation>For you only · {about}:</translation>
    </message>
    <message>
        <source>Andere overzichten</source>
        <translation>Other overviews</translation>
    </message>
    <message>
        <source>Beschrijving voor onderzoekers (datapackage)</source>
        <translation>Description for researchers (datapackage)</translation>
    </message>
    <message>
        <source>De bestanden</source>
        <translation>The files</translation>
    </message>
    <message>
        <source>De bestanden worden gemaakt…</source>
        <translation>Making the files…</translation>
    </message>
    <message>
        <source>De cijfers worden berekend…</source>
        <translation>Working out the figures…</translation>
    </message>
    <message>
        <source>Een groep van {villages}. Thema’s en signalen staan daar samen.</source>
        <translation>A group of {villages}. Themes and signals are given for them together.</translation>
    </message>
    <message>
        <source>Eerdere overzichten</source>
        <translation>Earlier overviews</translation>
    </message>
    <message>
        <source>Gecontroleerd in {seconds} s</source>
        <translation>Checked in {seconds} s</translation>
    </message>
    <message>
        <source>Gemiddelden</source>
        <translation>Averages</translation>
    </message>
    <message>
        <source>Gemiddelden zijn afgerond. Hoe kleiner de groep, hoe groter de stap.</source>
        <translation>Averages are rounded. The smaller the group, the larger the step.</translation>
    </message>
    <message>
        <source>Gestopt. Er is niets gemaakt.</source>
        <translation>Stopped. Nothing was made.</translation>
    </message>
    <message>
        <source>In de map {folder} staan {count} bestanden.</source>
        <translation>There are {count} files in the folder {folder}.</translation>
    </message>
    <message>
        <source>In dit overzicht</source>
        <translation>In this overview</translation>
    </message>
    <message>
        <source>In welke map komt het overzicht?</source>
        <translation>In which folder shall we put the overview?</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Kernen: {names}</source>
        <translation>Villages: {names}</translation>
    </message>
    <message>
        <source>Met nieuwe cijfers van {village} was een antwoord misschien uit te rekenen. Daarom herhalen we daar het vorige overzicht. Je gegevens zijn in orde. Het lukt vanzelf als er meer gesprekken zijn.</source>
        <translation>With new figures of {village} someone could perhaps have worked out an answer. So we repeat the previous overview there. Your data are fine. It will work by itself once there are more conversations.</translation>
    </message>
    <message>
        <source>Naar Instellingen</source>
        <translation>To Settings</translation>
    </message>
    <message>
        <source>Niet alles is vernieuwd</source>
        <translation>Not everything is new</translation>
    </message>
    <message>
        <source>Niet meegeteld: {count}, jonger dan 18 of zonder geboortejaar.</source>
        <translation>Not counted: {count}, younger than 18 or without a year of birth.</translation>
    </message>
    <message>
        <source>Nieuw overzicht</source>
        <translation>New overview</translation>
    </message>
    <message>
        <source>Onderwerpen</source>
        <translation>Subjects</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Opgeteld uit de getoonde cijfers van {villages}.</source>
        <translation>Added up from the shown figures of {villages}.</translation>
    </message>
    <message>
        <source>Opvolging</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Overzicht {number}</source>
        <translation>Overview {number}</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Reeks herstellen</source>
        <translation>Repair the series</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Thema’s</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Uit een reservekopie</source>
        <translation>From a backup</translation>
    </message>
    <message>
        <source>Verandering</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Verantwoording, 1 pagina</source>
        <translation>How it was made, 1 page</translation>
    </message>
    <message>
        <source>Verdeling</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>Vergelijk er geen dorpen mee.</source>
        <translation>Do not compare villages by them.</translation>
    </message>
    <message>
        <source>Vorige gebruiken</source>
        <translation>Use the previous one</translation>
    </message>
    <message>
        <source>Wachtwoord van toen</source>
        <translation>Password you had then</translation>
    </message>
    <message>
        <source>Wanneer het genoeg is:</source>
        <translation>When there will be enough:</translation>
    </message>
    <message>
        <source>Welke tabel</source>
        <translation>Which table</translation>
    </message>
    <message>
        <source>Wordt gemaakt</source>
        <translation>Will be made</translation>
    </message>
    <message>
        <source>Zelfde bestanden nog eens maken</source>
        <translation>Make the same files again</translation>
    </message>
    <message>
        <source>alle kernen samen</source>
        <translation>all villages together</translation>
    </message>
    <message>
        <source>dit is overzicht {number}</source>
        <translation>this is overview {number}</translation>
    </message>
    <message>
        <source>dit wordt het eerste overzicht</source>
        <translation>this will be the first overview</translation>
    </message>
    <message>
        <source>een eerder overzicht</source>
        <translation>an earlier overview</translation>
    </message>
    <message>
        <source>gemaakt op {day}</source>
        <translation>made on {day}</translation>
    </message>
    <message>
        <source>minder uitleg</source>
        <translation>less explanation</translation>
    </message>
    <message>
        <source>tot en met {month} · {new} nieuw, {repeated} herhaald</source>
        <translation>up to and including {month} · {new} new, {repeated} repeated</translation>
    </message>
    <message>
        <source>vorig overzicht tot en met {month}</source>
        <translation>previous overview up to and including {month}</translation>
    </message>
    <message>
        <source>zo werkt het</source>
        <translation>how it works</translation>
    </message>
    <message>
        <source>{count} inwoners tellen mee.</source>
        <translation>{count} residents are counted.</translation>
    </message>
    <message>
        <source>{count} tabellen voor Excel (CSV) en 1 werkmap</source>
        <translation>{count} tables for Excel (CSV) and 1 workbook</translation>
    </message>
    <message>
        <source>{hidden} van de {all} cijfers zijn afgeschermd.</source>
        <translation>{hidden} of the {all} figures are hidden.</translation>
    </message>
    <message>
        <source>{new} nieuw, {repeated} herhaald, {hidden} afgeschermd</source>
        <translation>{new} new, {repeated} repeated, {hidden} hidden</translation>
    </message>
    <message>
        <source>{table}: {count} getoond</source>
        <translation>{table}: {count} shown</translation>
    </message>
    <message>
        <source>{village}: vanaf {enough} inwoners. Alleen voor jou: nu tellen er {now} mee.</source>
        <translation>{village}: from {enough} residents. For you only: {now} are counted now.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tekst (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Alles wat te tellen was, is gered.</source>
        <translation>Everything that could be counted has been rescued.</translation>
    </message>
    <message>
        <source>Dit is gered</source>
        <translation>This was rescued</translation>
    </message>
    <message>
        <source>Nieuwe kluis openen</source>
        <translation>Open new vault</translation>
    </message>
    <message>
        <source>Van {n} inwoners was de kaart niet te lezen. Ze heten nu GERED-1 en verder.</source>
        <translation>The card of {n} residents could not be read. They are now called GERED-1 and so on.</translation>
    </message>
    <message>
        <source>Verslag bewaren</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Wat te lezen was, staat in een nieuwe kluis. De oude is niet veranderd.</source>
        <translation>What could be read is in a new vault. The old one was not changed.</translation>
    </message>
    <message>
        <source>gered</source>
        <translation>rescued</translation>
    </message>
    <message>
        <source>verloren</source>
        <translation>lost</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>De reservekopie gaat open…</source>
        <translation>Opening the backup…</translation>
    </message>
    <message>
        <source>Kies een reservekopie</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Redden</source>
        <translation>Rescue</translation>
    </message>
    <message>
        <source>Redden wat leesbaar is</source>
        <translation>Rescue what can be read</translation>
    </message>
    <message>
        <source>Reservekopie bekijken</source>
        <translation>Look at backup</translation>
    </message>
    <message>
        <source>Tekst (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Van {day}. Kijken verandert niets. Typ het wachtwoord dat je toen had.</source>
        <translation>Of {day}. Looking changes nothing. Type the password you had then.</translation>
    </message>
    <message>
        <source>Verslag bewaren</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Wat er nu van je kluis is, bewaren we in een map ernaast. Daarna redden we wat nieuwer is.</source>
        <translation>We keep what is left of your vault in a folder beside it. Then we rescue what is newer.</translation>
    </message>
    <message>
        <source>We lezen de kluis regel voor regel en zetten wat leesbaar is in een nieuwe kluis. De oude blijft zoals hij is. Bij een grote kluis duurt dit enkele minuten.</source>
        <translation>We read the vault line by line and put what can be read in a new vault. The old one stays as it is. With a large vault this takes a few minutes.</translation>
    </message>
    <message>
        <source>We redden wat leesbaar is…</source>
        <translation>Rescuing what can be read…</translation>
    </message>
    <message>
        <source>verslag-redding.txt</source>
        <translation>rescue-report.txt</translation>
    </message>
</context>
<context>
    <name>ResidentCard</name>
    <message>
        <source>Aanpassen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Geboortejaar</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Gegevens</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Niet bewaren</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Nieuwe inwoner</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Roepnaam (mag leeg)</source>
        <translation>First name (may stay empty)</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Vier cijfers, zoals 1951</source>
        <translation>Four digits, such as 1951</translation>
    </message>
    <message>
        <source>nog niet gekozen</source>
        <translation>not chosen yet</translation>
    </message>
</context>
<context>
    <name>ResidentPage</name>
    <message>
        <source>+ kort praatje</source>
        <translation>+ short chat</translation>
    </message>
    <message>
        <source>De gegevens zijn bewaard.</source>
        <translation>The details were saved.</translation>
    </message>
    <message>
        <source>Deze inwoner staat er niet meer.</source>
        <translation>This resident is no longer here.</translation>
    </message>
    <message>
        <source>Er is nog geen gesprek. Begin er een met de knop hierboven.</source>
        <translation>There is no conversation yet. Begin one with the button above.</translation>
    </message>
    <message>
        <source>Gesprekken, doelen en stappen</source>
        <translation>Conversations, goals and steps</translation>
    </message>
    <message>
        <source>Het staat op Vandaag. Daar druk je alles in één keer af.</source>
        <translation>It is on Today. There you print everything in one go.</translation>
    </message>
    <message>
        <source>Ja, open {name}</source>
        <translation>Yes, open {name}</translation>
    </message>
    <message>
        <source>Meegeven</source>
        <translation>To take home</translation>
    </message>
    <message>
        <source>Niet meer klaarzetten</source>
        <translation>No longer set ready</translation>
    </message>
    <message>
        <source>Nieuwe inwoner</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>klaar voor bezoek</source>
        <translation>ready for visit</translation>
    </message>
    <message>
        <source>nog niets</source>
        <translation>nothing yet</translation>
    </message>
</context>
<context>
    <name>ResidentsModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Inwoner</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Laatste gesprek</source>
        <translation>Last conversation</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>ResidentsPage</name>
    <message>
        <source>1 inwoner</source>
        <translation>1 resident</translation>
    </message>
    <message>
        <source>1 kern</source>
        <translation>1 village</translation>
    </message>
    <message>
        <source>De inwoners komen eraan…</source>
        <translation>The residents are on their way…</translation>
    </message>
    <message>
        <source>Nieuwe inwoner</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Zoek op naam, code of kern</source>
        <translation>Search by name, code or village</translation>
    </message>
    <message>
        <source>{n} inwoners</source>
        <translation>{n} residents</translation>
    </message>
    <message>
        <source>{n} kernen</source>
        <translation>{n} villages</translation>
    </message>
</context>
<context>
    <name>ResidentsTable</name>
    <message>
        <source>Inwoners</source>
        <translation>Residents</translation>
    </message>
</context>
<context>
    <name>RestCover</name>
    <message>
        <source>Even pauze</source>
        <translation>A short break</translation>
    </message>
    <message>
        <source>Houd ingedrukt om verder te gaan</source>
        <translation>Press and hold to go on</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Aanbod</source>
        <translation>Offers</translation>
    </message>
    <message>
        <source>Afspraak</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Bijeenkomst</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Gesprek met organisatie</source>
        <translation>Conversation with organisation</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Hoe het ging</source>
        <translation>How it went</translation>
    </message>
    <message>
        <source>Inwoner</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Jij ziet het anders</source>
        <translation>You see it differently</translation>
    </message>
    <message>
        <source>Kort praatje</source>
        <translation>Short chat</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Signaal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Stap</source>
        <translation>Step</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>Bekijken en beslissen</source>
        <translation>View and decide</translation>
    </message>
    <message>
        <source>Bewaartermijn voorbij</source>
        <translation>Keeping period over</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>Bewaartermijn</source>
        <translation>Keeping period</translation>
    </message>
    <message>
        <source>Ja, de datum klopt</source>
        <translation>Yes, the date is right</translation>
    </message>
    <message>
        <source>Klopt de datum?</source>
        <translation>Is the date right?</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Het doel</source>
        <translation>The goal</translation>
    </message>
    <message>
        <source>Het gesprek</source>
        <translation>The conversation</translation>
    </message>
    <message>
        <source>Waar komt de inzage?</source>
        <translation>Where shall we put the file?</translation>
    </message>
</context>
<context>
    <name>RightsCard</name>
    <message>
        <source>Alleen bewaren, niet gebruiken</source>
        <translation>Only keep, do not use</translation>
    </message>
    <message>
        <source>Alles wissen</source>
        <translation>Erase everything</translation>
    </message>
    <message>
        <source>Inzage geven: alles in één bestand</source>
        <translation>Give access: everything in one file</translation>
    </message>
    <message>
        <source>Logboek van deze inwoner</source>
        <translation>Log of this resident</translation>
    </message>
    <message>
        <source>Naar de prullenbak</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Rechten van de inwoner</source>
        <translation>Rights of the resident</translation>
    </message>
    <message>
        <source>Weer gebruiken</source>
        <translation>Use again</translation>
    </message>
</context>
<context>
    <name>RoadCard</name>
    <message>
        <source>Aangenomen</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>De inwoner wil dit niet meer</source>
        <translation>The resident no longer wants this</translation>
    </message>
    <message>
        <source>Er is contact gelegd</source>
        <translation>Contact has been made</translation>
    </message>
    <message>
        <source>Het eerste contact is geweest</source>
        <translation>The first contact took place</translation>
    </message>
    <message>
        <source>Het past niet</source>
        <translation>It does not fit</translation>
    </message>
    <message>
        <source>Hoe ver het is</source>
        <translation>How far it is</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message>
        <source>Afspraak</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Bijeenkomst</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Doel van </source>
        <translation>Goal of </translation>
    </message>
    <message>
        <source>Hielp het? Vraag het aan </source>
        <translation>Did it help? Ask </translation>
    </message>
    <message>
        <source>Overdracht van </source>
        <translation>Hand-over of </translation>
    </message>
    <message>
        <source>Samenvatting langsbrengen bij </source>
        <translation>Bring the summary to </translation>
    </message>
    <message>
        <source>Sinds {day}</source>
        <translation>Since {day}</translation>
    </message>
    <message>
        <source>Stap van </source>
        <translation>Step of </translation>
    </message>
    <message>
        <source>Terugkomen op een praatje</source>
        <translation>Come back to a short chat</translation>
    </message>
    <message>
        <source>Terugkomen op een praatje met </source>
        <translation>Come back to a short chat with </translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Vervolggesprek met </source>
        <translation>Follow-up conversation with </translation>
    </message>
    <message>
        <source>hoe ging het?</source>
        <translation>how did it go?</translation>
    </message>
    <message>
        <source>hoe ver is het?</source>
        <translation>how far is it?</translation>
    </message>
    <message>
        <source>stap: {what}</source>
        <translation>step: {what}</translation>
    </message>
    <message>
        <source>vorige keer was {day}</source>
        <translation>last time was {day}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Zoek</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>SecretView</name>
    <message>
        <source>Ander bestand kiezen</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>Dit is mijn noodsleutel</source>
        <translation>This is my emergency key</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wachtwoord of noodsleutel</source>
        <translation>Password or emergency key</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Bij het afsluiten lukte de reservekopie niet. Maak er vandaag zelf een.</source>
        <translation>The backup failed when the program closed. Make one yourself today.</translation>
    </message>
    <message>
        <source>Bij het afsluiten was de map voor reservekopieën er niet. Zit de USB-stick erin?</source>
        <translation>The folder for backups was not there when the program closed. Is the USB stick in?</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Waar zetten we reservekopieën?</source>
        <translation>Where shall we put backups?</translation>
    </message>
    <message>
        <source>Wat je verandert, geldt meteen.</source>
        <translation>What you change applies at once.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>SheetPart</name>
    <message>
        <source>Aanbod</source>
        <translation>Offers</translation>
    </message>
    <message>
        <source>De rijen staan erin.</source>
        <translation>The rows have been added.</translation>
    </message>
    <message>
        <source>Het ligt in de prullenbak.</source>
        <translation>It is in the bin.</translation>
    </message>
    <message>
        <source>Kies twee rijen om samen te voegen, of één.</source>
        <translation>Choose two rows to join, or one.</translation>
    </message>
    <message>
        <source>Naar de prullenbak</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organisatie openen</source>
        <translation>Open organisation</translation>
    </message>
    <message>
        <source>Organisaties</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Samenvoegen…</source>
        <translation>Join…</translation>
    </message>
    <message>
        <source>Sociale kaart als tabel</source>
        <translation>Social map as a table</translation>
    </message>
    <message>
        <source>Typ of druk op Enter. Tab gaat verder, Ctrl+V plakt rijen uit Excel, Ctrl+Z zet terug.</source>
        <translation>Type or press Enter. Tab moves on, Ctrl+V pastes rows from Excel, Ctrl+Z undoes.</translation>
    </message>
    <message>
        <source>Vandaag nagekeken</source>
        <translation>Checked today</translation>
    </message>
    <message>
        <source>Vandaag nagekeken.</source>
        <translation>Checked today.</translation>
    </message>
    <message>
        <source>Wat er in de tabel staat</source>
        <translation>What the table holds</translation>
    </message>
    <message>
        <source>{n} vandaag nagekeken.</source>
        <translation>{n} checked today.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>De laptop ging slapen. Daarom ging je kluis op slot. Wat je typte, is bewaard.</source>
        <translation>The laptop went to sleep. That is why your vault was locked. What you typed is saved.</translation>
    </message>
    <message>
        <source>Het bezoek is klaar. Wat je typte, is bewaard.</source>
        <translation>The visit is finished. What you typed is saved.</translation>
    </message>
    <message>
        <source>Het scherm ging op slot, en je kluis ook. Wat je typte, is bewaard.</source>
        <translation>The screen was locked, and so was your vault. What you typed is saved.</translation>
    </message>
    <message>
        <source>Het was {n} minuten stil. Daarom ging je kluis op slot. Wat je typte, is bewaard.</source>
        <translation>It was quiet for {n} minutes. That is why your vault was locked. What you typed is saved.</translation>
    </message>
    <message>
        <source>Je kluis is op slot. Wat je typte, is bewaard.</source>
        <translation>Your vault is locked. What you typed is saved.</translation>
    </message>
    <message>
        <source>Reservekopie maken…</source>
        <translation>Making backup…</translation>
    </message>
</context>
<context>
    <name>ShortContactDialog</name>
    <message>
        <source>Hoe kwam je met elkaar in gesprek?</source>
        <translation>How did you get talking?</translation>
    </message>
    <message>
        <source>In één regel</source>
        <translation>In one line</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Kom je erop terug?</source>
        <translation>Will you come back to it?</translation>
    </message>
    <message>
        <source>Mag die ander horen hoe het ging?</source>
        <translation>May that other person hear how it went?</translation>
    </message>
    <message>
        <source>Met wie?</source>
        <translation>With whom?</translation>
    </message>
    <message>
        <source>Praatje bewaren</source>
        <translation>Save chat</translation>
    </message>
    <message>
        <source>Schrijf één regel op, of tik aan waar het over ging.</source>
        <translation>Write one line, or tap what it was about.</translation>
    </message>
    <message>
        <source>Waar ging het over?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>ja, zegt de inwoner</source>
        <translation>yes, says the resident</translation>
    </message>
    <message>
        <source>{hint} Zet er geen naam bij.</source>
        <translation>{hint} Do not add a name.</translation>
    </message>
</context>
<context>
    <name>ShortTalks</name>
    <message>
        <source>Je praatje is bewaard.</source>
        <translation>Your short chat was saved.</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Deze kluis gaat niet open. Wat erin zit, is nu niet te tellen.</source>
        <translation>This vault does not open. What is in it cannot be counted now.</translation>
    </message>
    <message>
        <source>Deze reservekopie</source>
        <translation>This backup</translation>
    </message>
    <message>
        <source>Gemaakt</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Inwoners</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>Je kluis nu</source>
        <translation>Your vault now</translation>
    </message>
    <message>
        <source>Nieuwste gesprek</source>
        <translation>Newest conversation</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
</context>
<context>
    <name>SignalDialog</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In één regel</source>
        <translation>In one line</translation>
    </message>
    <message>
        <source>Kies wat je ermee doet.</source>
        <translation>Choose what you will do about it.</translation>
    </message>
    <message>
        <source>Wat doe je ermee?</source>
        <translation>What will you do about it?</translation>
    </message>
</context>
<context>
    <name>SignalsCard</name>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Wat doe je ermee?</source>
        <translation>What will you do about it?</translation>
    </message>
    <message>
        <source>besproken op {day}</source>
        <translation>discussed on {day}</translation>
    </message>
</context>
<context>
    <name>SignalsPart</name>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Tik alleen aan wat je met de inwoner hebt besproken. Cijfers zeggen hier niets over.</source>
        <translation>Tick only what you have discussed with the resident. Numbers say nothing about this.</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>Begint om</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>Eindigt om</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>Geldt tot en met</source>
        <translation>Valid up to and including</translation>
    </message>
    <message>
        <source>Geldt vanaf</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>de {nth} van de maand</source>
        <translation>the {nth} of the month</translation>
    </message>
</context>
<context>
    <name>SlotsField</name>
    <message>
        <source>Nog een tijd</source>
        <translation>Another time</translation>
    </message>
</context>
<context>
    <name>StartFileView</name>
    <message>
        <source>Dit vult het startbestand in</source>
        <translation>This is what the start file fills in</translation>
    </message>
    <message>
        <source>Je naam of voorletters</source>
        <translation>Your name or initials</translation>
    </message>
    <message>
        <source>Kernen</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>Nummers als het dringend is</source>
        <translation>Numbers for when it is urgent</translation>
    </message>
    <message>
        <source>Op slot</source>
        <translation>Locking</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Reservekopieën komen in</source>
        <translation>Backups go to</translation>
    </message>
    <message>
        <source>Talen erbij</source>
        <translation>Extra languages</translation>
    </message>
    <message>
        <source>Terug, zonder startbestand</source>
        <translation>Back, without a start file</translation>
    </message>
    <message>
        <source>Vul je naam of voorletters in. Alleen jij en je team zien ze.</source>
        <translation>Fill in your name or initials. Only you and your team see them.</translation>
    </message>
    <message>
        <source>Zo lang bewaren we</source>
        <translation>How long we keep things</translation>
    </message>
    <message>
        <source>aan je bureau na {desk} minuten zonder aanraken; op bezoek gaat het scherm na {cover} minuten dicht en de kluis na {lock} minuten op slot</source>
        <translation>at your desk after {desk} minutes without a touch; on a visit the screen is covered after {cover} minutes and the vault locks after {lock} minutes</translation>
    </message>
    <message>
        <source>na het laatste contact: gesprekken {talks} maanden, korte contacten {contacts} maanden, alleen een kaart {card} maanden</source>
        <translation>after the last contact: conversations {talks} months, short contacts {contacts} months, only a card {card} months</translation>
    </message>
    <message>
        <source>{names} en nog {n}</source>
        <translation>{names} and {n} more</translation>
    </message>
    <message>
        <source>{organisation} heeft alles klaargezet. Jij kiest alleen nog je wachtwoord.</source>
        <translation>{organisation} has set everything ready. You only choose your password.</translation>
    </message>
</context>
<context>
    <name>StepBack</name>
    <message>
        <source>Hoe ging het met “{what}”?</source>
        <translation>How did “{what}” go?</translation>
    </message>
    <message>
        <source>afgesproken op {day}</source>
        <translation>agreed on {day}</translation>
    </message>
    <message>
        <source>in de woorden van de inwoner (mag leeg)</source>
        <translation>in the resident&apos;s words (may stay empty)</translation>
    </message>
    <message>
        <source>{question} In de woorden van de inwoner</source>
        <translation>{question} In the resident&apos;s words</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Met wie</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Niet bewaren</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Stap bewaren</source>
        <translation>Save step</translation>
    </message>
    <message>
        <source>Vertrouwen dat het lukt, van 0 tot en met 10</source>
        <translation>Confidence that it will work out, from 0 to 10</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wanneer kijken we terug?</source>
        <translation>When do we look back?</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>met wie</source>
        <translation>with whom</translation>
    </message>
    <message>
        <source>vertrouwen: niet gevraagd</source>
        <translation>confidence: not asked</translation>
    </message>
    <message>
        <source>vertrouwen: {n} van 10</source>
        <translation>confidence: {n} out of 10</translation>
    </message>
    <message>
        <source>wanneer</source>
        <translation>when</translation>
    </message>
    <message>
        <source>wat is een kleine stap?</source>
        <translation>what is a small step?</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Sterkte {n} van {all}. Met een snelle computer duurt raden ongeveer: {time}.</source>
        <translation>Strength {n} of {all}. With a fast computer, guessing takes about: {time}.</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Dit kan alleen als je het gesprek mag bewaren.</source>
        <translation>This is possible only if you may keep the conversation.</translation>
    </message>
    <message>
        <source>Komt op Vandaag zodra je afrondt.</source>
        <translation>Goes to Today as soon as you finish.</translation>
    </message>
    <message>
        <source>Samenvatting om mee te nemen</source>
        <translation>Summary to take home</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Komt op Vandaag. Daar druk je alles in één keer af.</source>
        <translation>Goes to Today. There you print everything in one go.</translation>
    </message>
    <message>
        <source>Samenvatting om mee te nemen</source>
        <translation>Summary to take home</translation>
    </message>
    <message>
        <source>Wat wil de inwoner op papier?</source>
        <translation>What would the resident like on paper?</translation>
    </message>
    <message>
        <source>Welk gesprek?</source>
        <translation>Which conversation?</translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>1 gaat samen met een die er al is.</source>
        <translation>1 is joined with one that is already there.</translation>
    </message>
    <message>
        <source>1 organisatie komt erbij.</source>
        <translation>1 organisation will be added.</translation>
    </message>
    <message>
        <source>Mag leeg blijven.</source>
        <translation>May stay empty.</translation>
    </message>
    <message>
        <source>Van wie is dit bestand? Dan onthouden we de kolommen.</source>
        <translation>Whose file is this? Then we can remember its columns.</translation>
    </message>
    <message>
        <source>{n} gaan samen met een die er al is.</source>
        <translation>{n} are joined with one that is already there.</translation>
    </message>
    <message>
        <source>{n} organisaties komen erbij.</source>
        <translation>{n} organisations will be added.</translation>
    </message>
    <message>
        <source>{n} slaan we over.</source>
        <translation>{n} are left out.</translation>
    </message>
</context>
<context>
    <name>SummaryTicks</name>
    <message>
        <source>de cijfers</source>
        <translation>the numbers</translation>
    </message>
    <message>
        <source>de eerste stap</source>
        <translation>the first step</translation>
    </message>
    <message>
        <source>de nieuwe afspraak</source>
        <translation>the new appointment</translation>
    </message>
    <message>
        <source>de notities</source>
        <translation>the notes</translation>
    </message>
    <message>
        <source>het web</source>
        <translation>the web</translation>
    </message>
    <message>
        <source>wat telt</source>
        <translation>what matters</translation>
    </message>
</context>
<context>
    <name>TalkBody</name>
    <message>
        <source>Notitie bij het hele gesprek</source>
        <translation>Note on the whole conversation</translation>
    </message>
</context>
<context>
    <name>TalkDetails</name>
    <message>
        <source>Doet graag voor een ander</source>
        <translation>Likes to do for others</translation>
    </message>
    <message>
        <source>Eerste kleine stap</source>
        <translation>First small step</translation>
    </message>
    <message>
        <source>Gesprek van {day} naar de prullenbak</source>
        <translation>Move conversation of {day} to the bin</translation>
    </message>
    <message>
        <source>Gesprek van {day} verbeteren</source>
        <translation>Correct the conversation of {day}</translation>
    </message>
    <message>
        <source>Hoe het begon</source>
        <translation>How it began</translation>
    </message>
    <message>
        <source>Ingevuld als</source>
        <translation>Filled in as</translation>
    </message>
    <message>
        <source>Jij ziet het anders</source>
        <translation>You see it differently</translation>
    </message>
    <message>
        <source>Naar de prullenbak</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Waar het over ging</source>
        <translation>What it was about</translation>
    </message>
    <message>
        <source>Wat opviel</source>
        <translation>What stood out</translation>
    </message>
    <message>
        <source>Wat telt het meest</source>
        <translation>What matters most</translation>
    </message>
    <message>
        <source>mag horen hoe het ging</source>
        <translation>may hear how it went</translation>
    </message>
</context>
<context>
    <name>TalkRow</name>
    <message>
        <source>Gesprek</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>stap: {what}</source>
        <translation>step: {what}</translation>
    </message>
</context>
<context>
    <name>TalksPart</name>
    <message>
        <source>Gesprek</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Gesprek noteren</source>
        <translation>Note a conversation</translation>
    </message>
    <message>
        <source>Gesprekken met deze organisatie</source>
        <translation>Conversations with this organisation</translation>
    </message>
</context>
<context>
    <name>TalksSection</name>
    <message>
        <source>&amp;Teksten</source>
        <translation>&amp;Texts</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Ook gevoelige aspecten vragen</source>
        <translation>Also ask sensitive aspects</translation>
    </message>
    <message>
        <source>Zo begint een nieuwe inwoner. Per inwoner kun je het aanpassen.</source>
        <translation>This is how a new resident begins. You can change it for each resident.</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>1 inwoner</source>
        <translation>1 resident</translation>
    </message>
    <message>
        <source>Alle bijdragen en de sleutels van het team verdwijnen uit deze kluis. De overzichten die je maakte, blijven. Wil je later weer samen delen, dan maken jullie opnieuw kennis.</source>
        <translation>All contributions and the keys of the team disappear from this vault. The overviews you made stay. If you want to share together again later, you start again with introductions.</translation>
    </message>
    <message>
        <source>Bel de collega en vergelijk de controlecode: {code}. Is die hetzelfde, dan tellen de bijdragen van deze laptop mee. Is die anders, stop dan: het bestand kan van iemand anders zijn.</source>
        <translation>Call your colleague and compare the check code: {code}. If it is the same, the contributions of this laptop are counted. If it is different, stop: the file may be someone else&apos;s.</translation>
    </message>
    <message>
        <source>Bel je coördinator en vergelijk de controlecode: {code}. Is die hetzelfde, dan gaan je bijdragen voortaan naar {team}. Is die anders, stop dan: het bestand kan van iemand anders zijn.</source>
        <translation>Call your coordinator and compare the check code: {code}. If it is the same, your contributions go to {team} from now on. If it is different, stop: the file may be someone else&apos;s.</translation>
    </message>
    <message>
        <source>Bewaar nu je kennismaking en geef die aan je coördinator.</source>
        <translation>Now save your introduction and give it to your coordinator.</translation>
    </message>
    <message>
        <source>Bijdrage inlezen</source>
        <translation>Import a contribution</translation>
    </message>
    <message>
        <source>Bijdrage maken</source>
        <translation>Make a contribution</translation>
    </message>
    <message>
        <source>Bijdragen (*.bijdrage)</source>
        <translation>Contributions (*.bijdrage)</translation>
    </message>
    <message>
        <source>De bijdrage van {name} is ingelezen: {people}, tot en met {day}.</source>
        <translation>The contribution of {name} was imported: {people}, up to and including {day}.</translation>
    </message>
    <message>
        <source>De code is hetzelfde</source>
        <translation>The code is the same</translation>
    </message>
    <message>
        <source>De laatste bijdrage van deze laptop verdwijnt, en een nieuwe lees je niet meer in. De inwoners die alleen deze collega kent, tellen niet meer mee.</source>
        <translation>The last contribution of this laptop disappears, and you can no longer import a new one. Residents whom only this colleague knows are no longer counted.</translation>
    </message>
    <message>
        <source>De sleutels van het team verdwijnen uit deze kluis. Je gesprekken blijven zoals ze zijn. Maak daarna geen eigen overzicht van dezelfde kernen: dan liggen er twee over dezelfde mensen naast elkaar.</source>
        <translation>The keys of the team disappear from this vault. Your conversations stay as they are. Do not make your own overview of the same villages after that: then there would be two about the same people side by side.</translation>
    </message>
    <message>
        <source>Deze bijdrage van {name} had je al. Er is niets veranderd.</source>
        <translation>You had this contribution of {name} already. Nothing was changed.</translation>
    </message>
    <message>
        <source>Deze kluis werkt weer alleen.</source>
        <translation>This vault works alone again.</translation>
    </message>
    <message>
        <source>Deze laptop hoort nu bij {team}.</source>
        <translation>This laptop now belongs to {team}.</translation>
    </message>
    <message>
        <source>Het team opheffen?</source>
        <translation>End the team?</translation>
    </message>
    <message>
        <source>Het teambestand is bewaard. Alleen de laptops van je team kunnen het openen.</source>
        <translation>The team file was saved. Only the laptops of your team can open it.</translation>
    </message>
    <message>
        <source>Hoort deze laptop bij {team}?</source>
        <translation>Does this laptop belong to {team}?</translation>
    </message>
    <message>
        <source>Hoort {name} bij je team?</source>
        <translation>Does {name} belong to your team?</translation>
    </message>
    <message>
        <source>Je bijdrage is bewaard: {people}, tot en met {day}. Geef het bestand aan je coördinator.</source>
        <translation>Your contribution was saved: {people}, up to and including {day}. Give the file to your coordinator.</translation>
    </message>
    <message>
        <source>Je kennismaking is bewaard. Geef het bestand aan je coördinator.</source>
        <translation>Your introduction was saved. Give the file to your coordinator.</translation>
    </message>
    <message>
        <source>Kennismaking bewaren</source>
        <translation>Save the introduction</translation>
    </message>
    <message>
        <source>Kennismaking inlezen</source>
        <translation>Import an introduction</translation>
    </message>
    <message>
        <source>Kennismakingen (*.kennismaking)</source>
        <translation>Introductions (*.kennismaking)</translation>
    </message>
    <message>
        <source>Laten staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Lees nu de kennismaking van elke laptop in.</source>
        <translation>Now import the introduction of each laptop.</translation>
    </message>
    <message>
        <source>Niet doen</source>
        <translation>No, stop</translation>
    </message>
    <message>
        <source>Samen met andere laptops</source>
        <translation>Together with other laptops</translation>
    </message>
    <message>
        <source>Team opheffen</source>
        <translation>End the team</translation>
    </message>
    <message>
        <source>Teambestand bewaren</source>
        <translation>Save the team file</translation>
    </message>
    <message>
        <source>Teambestand inlezen</source>
        <translation>Import the team file</translation>
    </message>
    <message>
        <source>Teambestanden (*.teambestand)</source>
        <translation>Team files (*.teambestand)</translation>
    </message>
    <message>
        <source>Uit het team gaan</source>
        <translation>Leave the team</translation>
    </message>
    <message>
        <source>Uit het team gaan?</source>
        <translation>Leave the team?</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Zo laten</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>{name} hoort niet meer bij je team.</source>
        <translation>{name} no longer belongs to your team.</translation>
    </message>
    <message>
        <source>{name} hoort nu bij je team. Bewaar een nieuw teambestand en geef dat terug.</source>
        <translation>{name} now belongs to your team. Save a new team file and give it back.</translation>
    </message>
    <message>
        <source>{name} weghalen uit je team?</source>
        <translation>Remove {name} from your team?</translation>
    </message>
    <message>
        <source>{n} inwoners</source>
        <translation>{n} residents</translation>
    </message>
</context>
<context>
    <name>ThemePart</name>
    <message>
        <source>Er staat nog niets op de kaart bij dit thema.</source>
        <translation>There is nothing on the map for this theme yet.</translation>
    </message>
    <message>
        <source>Wat er te doen is</source>
        <translation>What there is to do</translation>
    </message>
    <message>
        <source>Wie hier iets doet</source>
        <translation>Who does something here</translation>
    </message>
    <message>
        <source>Wie hier iets mee wil</source>
        <translation>Who wants to do something here</translation>
    </message>
    <message>
        <source>doet hier al iets</source>
        <translation>already does something here</translation>
    </message>
    <message>
        <source>nog niet gebruikt</source>
        <translation>not used yet</translation>
    </message>
</context>
<context>
    <name>ThemeTicks</name>
    <message>
        <source>Hoogstens vijf</source>
        <translation>Five at most</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>1 inwoner</source>
        <translation>1 resident</translation>
    </message>
    <message>
        <source>1 mogelijkheid</source>
        <translation>1 possibility</translation>
    </message>
    <message>
        <source>Alle getallen</source>
        <translation>All numbers</translation>
    </message>
    <message>
        <source>Alle getallen, niet om te delen</source>
        <translation>All numbers, not to be shared</translation>
    </message>
    <message>
        <source>Alle kernen</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>Alle kernen: opgeteld uit wat hier getoond is.</source>
        <translation>All villages: added up from what is shown here.</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Daarvan met een wachtlijst</source>
        <translation>Of these with a waiting list</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Eerst hoeveel inwoners ernaar vroegen, dan wat er te doen is. Donkerder: meer gevraagd.</source>
        <translation>First how many residents asked for it, then what there is to do. Darker: more asked.</translation>
    </message>
    <message>
        <source>Gingen</source>
        <translation>Went</translation>
    </message>
    <message>
        <source>Het afgelopen jaar</source>
        <translation>The past year</translation>
    </message>
    <message>
        <source>Het bord komt eraan…</source>
        <translation>The board is coming…</translation>
    </message>
    <message>
        <source>Inwoners die een tip kregen of er via jou heen gingen</source>
        <translation>Residents who got a tip or went there through you</translation>
    </message>
    <message>
        <source>Inwoners die ernaar vroegen</source>
        <translation>Residents who asked for it</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Korte praatjes zonder kaart</source>
        <translation>Short chats without a card</translation>
    </message>
    <message>
        <source>Lang niet nagekeken</source>
        <translation>Not checked for a long time</translation>
    </message>
    <message>
        <source>Mogelijkheden die lang niet zijn nagekeken</source>
        <translation>Possibilities that were not checked for a long time</translation>
    </message>
    <message>
        <source>Mogelijkheden met plek</source>
        <translation>Possibilities with room</translation>
    </message>
    <message>
        <source>Mogelijkheden op de kaart</source>
        <translation>Possibilities on the map</translation>
    </message>
    <message>
        <source>Naar Cijfers delen</source>
        <translation>To Share figures</translation>
    </message>
    <message>
        <source>Naar de sociale kaart</source>
        <translation>To the social map</translation>
    </message>
    <message>
        <source>Niet om te delen</source>
        <translation>Not to be shared</translation>
    </message>
    <message>
        <source>Organisaties die hier iets mee willen</source>
        <translation>Organisations that want to do something here</translation>
    </message>
    <message>
        <source>Oud</source>
        <translation>Old</translation>
    </message>
    <message>
        <source>Plek</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Signaal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Te doen</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Thema&apos;s, om te delen</source>
        <translation>Themes, to share</translation>
    </message>
    <message>
        <source>Thema&apos;s, overzicht {month}</source>
        <translation>Themes, overview of {month}</translation>
    </message>
    <message>
        <source>Van bewoners of informeel</source>
        <translation>By residents or informal</translation>
    </message>
    <message>
        <source>Van hen met een doel dat nog loopt</source>
        <translation>Of these, with a goal that is still open</translation>
    </message>
    <message>
        <source>Van hen met een signaal</source>
        <translation>Of these, with a signal</translation>
    </message>
    <message>
        <source>Voor wie zijn deze getallen?</source>
        <translation>Who are these numbers for?</translation>
    </message>
    <message>
        <source>Vraag</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Wat opvalt</source>
        <translation>What stands out</translation>
    </message>
    <message>
        <source>Welke gesprekken tellen mee?</source>
        <translation>Which conversations count?</translation>
    </message>
    <message>
        <source>Willen</source>
        <translation>Want to</translation>
    </message>
    <message>
        <source>Zonder kern</source>
        <translation>Without a village</translation>
    </message>
    <message>
        <source>{names} en nog {n}</source>
        <translation>{names} and {n} more</translation>
    </message>
    <message>
        <source>{n} inwoners</source>
        <translation>{n} residents</translation>
    </message>
    <message>
        <source>{n} mogelijkheden</source>
        <translation>{n} possibilities</translation>
    </message>
</context>
<context>
    <name>ThemesPart</name>
    <message>
        <source>Hoogstens vijf</source>
        <translation>Five at most</translation>
    </message>
    <message>
        <source>alle thema&apos;s</source>
        <translation>all themes</translation>
    </message>
    <message>
        <source>geen van deze</source>
        <translation>none of these</translation>
    </message>
    <message>
        <source>minder thema&apos;s</source>
        <translation>fewer themes</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Gesprek</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Gesprekken, doelen en stappen</source>
        <translation>Conversations, goals and steps</translation>
    </message>
    <message>
        <source>Nog {n} eerdere tonen</source>
        <translation>Show {n} earlier ones</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>1 afspraak komende week</source>
        <translation>1 appointment in the coming week</translation>
    </message>
    <message>
        <source>1 afspraak wacht nog</source>
        <translation>1 appointment still waiting</translation>
    </message>
    <message>
        <source>1 gesprek nog niet afgerond</source>
        <translation>1 conversation not finished yet</translation>
    </message>
    <message>
        <source>Agenda bewaren als bestand</source>
        <translation>Save calendar as a file</translation>
    </message>
    <message>
        <source>Al voorbij</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Alles wat je in dit gesprek opschreef, is dan weg. Terughalen kan daarna niet meer.</source>
        <translation>Everything you wrote down in this conversation will be gone. After that you cannot get it back.</translation>
    </message>
    <message>
        <source>Bijeenkomst noteren</source>
        <translation>Note a meeting</translation>
    </message>
    <message>
        <source>Contactpersoon is weg</source>
        <translation>Contact person has left</translation>
    </message>
    <message>
        <source>De bijeenkomst</source>
        <translation>The meeting</translation>
    </message>
    <message>
        <source>Even kijken wat er openstaat…</source>
        <translation>Looking up what is open…</translation>
    </message>
    <message>
        <source>Gesprek met organisatie noteren</source>
        <translation>Note a conversation with an organisation</translation>
    </message>
    <message>
        <source>Gesprek met {name} wissen?</source>
        <translation>Erase the conversation with {name}?</translation>
    </message>
    <message>
        <source>Het praatje</source>
        <translation>The chat</translation>
    </message>
    <message>
        <source>Je kluis</source>
        <translation>Your vault</translation>
    </message>
    <message>
        <source>Klaar voor een bezoek</source>
        <translation>Ready for a visit</translation>
    </message>
    <message>
        <source>Komende week</source>
        <translation>Coming week</translation>
    </message>
    <message>
        <source>Laatst gesproken</source>
        <translation>Last spoken to</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Nog afronden</source>
        <translation>Still to finish</translation>
    </message>
    <message>
        <source>Nog {n} laten zien</source>
        <translation>Show {n} more</translation>
    </message>
    <message>
        <source>Noodsleutel maken</source>
        <translation>Make emergency key</translation>
    </message>
    <message>
        <source>Praatjes en bijeenkomsten</source>
        <translation>Short chats and meetings</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Voor de agenda op je laptop of telefoon. Er staan geen namen in.</source>
        <translation>For the calendar on your laptop or phone. There are no names in it.</translation>
    </message>
    <message>
        <source>Wat staat open</source>
        <translation>What is open</translation>
    </message>
    <message>
        <source>niet meer klaarzetten</source>
        <translation>no longer set ready</translation>
    </message>
    <message>
        <source>verzonnen voorbeeldgegevens</source>
        <translation>made-up example data</translation>
    </message>
    <message>
        <source>{name} staat klaar. Kies bij het openen “{verb}”, dan is alleen deze naam te zien.</source>
        <translation>{name} is set ready. When you open the vault, choose “{verb}”; then only this name can be seen.</translation>
    </message>
    <message>
        <source>{n} afspraken komende week</source>
        <translation>{n} appointments in the coming week</translation>
    </message>
    <message>
        <source>{n} afspraken wachten nog</source>
        <translation>{n} appointments still waiting</translation>
    </message>
    <message>
        <source>{n} gesprekken nog niet afgerond</source>
        <translation>{n} conversations not finished yet</translation>
    </message>
</context>
<context>
    <name>TogetherView</name>
    <message>
        <source>Houd deze knop een seconde vast.</source>
        <translation>Hold this button for a second.</translation>
    </message>
    <message>
        <source>{words} (Esc)</source>
        <translation>{words} (Esc)</translation>
    </message>
</context>
<context>
    <name>TwinsStep</name>
    <message>
        <source>Aanvullen</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>Doe dit bij alle {n}</source>
        <translation>Do this for all {n}</translation>
    </message>
    <message>
        <source>Er staat niets anders in.</source>
        <translation>Nothing in it differs.</translation>
    </message>
    <message>
        <source>In het bestand</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Overslaan</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Staat eerder in het bestand</source>
        <translation>Is further up in the file</translation>
    </message>
    <message>
        <source>Staat op de kaart</source>
        <translation>Is on the map</translation>
    </message>
    <message>
        <source>Vervangen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Wat doen we ermee?</source>
        <translation>What do we do with it?</translation>
    </message>
    <message>
        <source>Wat er misschien al staat</source>
        <translation>What may be there already</translation>
    </message>
    <message>
        <source>Welke is het?</source>
        <translation>Which one is it?</translation>
    </message>
    <message>
        <source>hetzelfde nummer</source>
        <translation>the same number</translation>
    </message>
    <message>
        <source>{n} staan er misschien al. We kozen alvast wat het meest past. Kijk waar je twijfelt.</source>
        <translation>{n} may be there already. We chose what fits best. Look at those you are not sure of.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Alleen wie je klaarzette, of een nieuwe inwoner. Andere namen zijn dan niet te zien.</source>
        <translation>Only the person you set ready, or a new resident. No other names can be seen then.</translation>
    </message>
    <message>
        <source>Andere kluis kiezen</source>
        <translation>Choose another vault</translation>
    </message>
    <message>
        <source>Je kluis gaat open…</source>
        <translation>Opening your vault…</translation>
    </message>
    <message>
        <source>Je kluis is op slot</source>
        <translation>Your vault is locked</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Openen voor een bezoek</source>
        <translation>Open for a visit</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wachtwoord vergeten?</source>
        <translation>Forgotten your password?</translation>
    </message>
</context>
<context>
    <name>UrgentPage</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>UrgentSection</name>
    <message>
        <source>Nummer toevoegen</source>
        <translation>Add number</translation>
    </message>
</context>
<context>
    <name>VaultSection</name>
    <message>
        <source>Andere map kiezen</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>Is het papier kwijt? Maak dan een nieuwe. De oude past daarna niet meer.</source>
        <translation>Is the paper lost? Then make a new one. After that, the old one no longer fits.</translation>
    </message>
    <message>
        <source>Je kluis staat in</source>
        <translation>Your vault is in</translation>
    </message>
    <message>
        <source>Kluis en reservekopieën</source>
        <translation>Vault and backups</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logboek bekijken</source>
        <translation>View log</translation>
    </message>
    <message>
        <source>Nieuwe noodsleutel maken</source>
        <translation>Make new emergency key</translation>
    </message>
    <message>
        <source>Noodsleutel</source>
        <translation>Emergency key</translation>
    </message>
    <message>
        <source>Reservekopieën bekijken of terugzetten</source>
        <translation>View backups or put one back</translation>
    </message>
    <message>
        <source>Reservekopieën komen in</source>
        <translation>Backups go to</translation>
    </message>
    <message>
        <source>nog geen map gekozen</source>
        <translation>no folder chosen yet</translation>
    </message>
</context>
<context>
    <name>ViaPart</name>
    <message>
        <source>De inwoner vindt het goed dat ik vertel hoe het ging</source>
        <translation>The resident agrees that I tell them how it went</translation>
    </message>
    <message>
        <source>Hoe kwam dit gesprek tot stand?</source>
        <translation>How did this conversation come about?</translation>
    </message>
</context>
<context>
    <name>VillageBox</name>
    <message>
        <source>nog niet gekozen</source>
        <translation>not chosen yet</translation>
    </message>
</context>
<context>
    <name>VillagesSection</name>
    <message>
        <source>De dorpen en wijken van je inwoners.</source>
        <translation>The villages and neighbourhoods of your residents.</translation>
    </message>
    <message>
        <source>Een kern erbij</source>
        <translation>Add a village</translation>
    </message>
    <message>
        <source>Kernen</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>Naam van de kern {name}</source>
        <translation>Name of the village {name}</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>VisitBar</name>
    <message>
        <source>Terug naar het bezoek</source>
        <translation>Back to the visit</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Er is niemand klaargezet. Dat doe je vooraf, op de bladzijde van een inwoner.</source>
        <translation>Nobody has been set ready. You do that beforehand, on a resident&apos;s page.</translation>
    </message>
    <message>
        <source>Gesprek beginnen</source>
        <translation>Begin conversation</translation>
    </message>
    <message>
        <source>Klaargezet voor dit bezoek.</source>
        <translation>Set ready for this visit.</translation>
    </message>
    <message>
        <source>Met wie praat je?</source>
        <translation>Who are you talking to?</translation>
    </message>
    <message>
        <source>Nieuwe inwoner</source>
        <translation>New resident</translation>
    </message>
</context>
<context>
    <name>VocabularySection</name>
    <message>
        <source>De woorden van jullie organisatie. Stop je met een woord, dan blijft staan wat je ermee schreef.</source>
        <translation>The words of your organisation. When you stop using a word, what you wrote with it stays.</translation>
    </message>
    <message>
        <source>Signaal toevoegen</source>
        <translation>Add signal</translation>
    </message>
    <message>
        <source>Signalen</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Thema toevoegen</source>
        <translation>Add theme</translation>
    </message>
    <message>
        <source>Thema&apos;s</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Thema&apos;s en signalen</source>
        <translation>Themes and signals</translation>
    </message>
</context>
<context>
    <name>WaysCard</name>
    <message>
        <source>Een overdracht. Jij belt, het liefst nu en met de inwoner erbij.</source>
        <translation>A hand-over. You call, preferably now and with the resident there.</translation>
    </message>
    <message>
        <source>Een overdracht. Samen bepalen jullie wat je vertelt, en tot wanneer.</source>
        <translation>A hand-over. Together you decide what you pass on, and until when.</translation>
    </message>
    <message>
        <source>Een tip. Er gaat niets weg. Later vraag je alleen of het hielp.</source>
        <translation>A tip. Nothing leaves. Later you only ask whether it helped.</translation>
    </message>
    <message>
        <source>Wat wil de inwoner?</source>
        <translation>What does the resident want?</translation>
    </message>
</context>
<context>
    <name>WebInput</name>
    <message>
        <source> (bespreken)</source>
        <translation> (discuss)</translation>
    </message>
    <message>
        <source>Het web van vandaag</source>
        <translation>Today&apos;s web</translation>
    </message>
    <message>
        <source>geen cijfer</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>{label} heeft nu geen cijfer</source>
        <translation>{label} now has no number</translation>
    </message>
    <message>
        <source>{label} is nu {mark}</source>
        <translation>{label} is now {mark}</translation>
    </message>
</context>
<context>
    <name>WebsCard</name>
    <message>
        <source>Web van {day}: {marks}.</source>
        <translation>Web of {day}: {marks}.</translation>
    </message>
    <message>
        <source>Webben</source>
        <translation>Webs</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Andere map kiezen</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>Eerst rondkijken in het voorbeelddorp</source>
        <translation>First look round the example village</translation>
    </message>
    <message>
        <source>Ik heb al een kluis</source>
        <translation>I already have a vault</translation>
    </message>
    <message>
        <source>Ik kreeg een startbestand van mijn organisatie</source>
        <translation>I got a start file from my organisation</translation>
    </message>
    <message>
        <source>In de map {place}</source>
        <translation>In the folder {place}</translation>
    </message>
    <message>
        <source>Je eerste dorp of wijk</source>
        <translation>Your first village or neighbourhood</translation>
    </message>
    <message>
        <source>Je naam of voorletters</source>
        <translation>Your name or initials</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Spinnenweb helpt je bij gesprekken met inwoners. Wat je bewaart, blijft op deze laptop, achter slot.</source>
        <translation>Spinnenweb helps you in conversations with residents. What you save stays on this laptop, locked away.</translation>
    </message>
    <message>
        <source>Vul een dorp of wijk in. Er kunnen er later meer bij.</source>
        <translation>Fill in a village or neighbourhood. You can add more later.</translation>
    </message>
    <message>
        <source>Vul je naam of voorletters in. Alleen jij en je team zien ze.</source>
        <translation>Fill in your name or initials. Only you and your team see them.</translation>
    </message>
    <message>
        <source>Waar werk je?</source>
        <translation>Where do you work?</translation>
    </message>
</context>
<context>
    <name>WhoRow</name>
    <message>
        <source>+ bij een inwoner zetten</source>
        <translation>+ put with a resident</translation>
    </message>
    <message>
        <source>Met wie was dit praatje?</source>
        <translation>Who was this chat with?</translation>
    </message>
    <message>
        <source>Toch niet bij een inwoner</source>
        <translation>Not with a resident after all</translation>
    </message>
</context>
<context>
    <name>WhoSection</name>
    <message>
        <source>&amp;Organisatie</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Telefoon</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <source>Dit nummer mag een inwoner bellen.</source>
        <translation>A resident may call this number.</translation>
    </message>
    <message>
        <source>Dit staat op een samenvatting voor een inwoner.</source>
        <translation>This is printed on a summary for a resident.</translation>
    </message>
    <message>
        <source>Je &amp;naam of voorletters</source>
        <translation>Your &amp;name or initials</translation>
    </message>
    <message>
        <source>Jij en je organisatie</source>
        <translation>You and your organisation</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>Iets anders, in eigen woorden</source>
        <translation>Something else, in your own words</translation>
    </message>
    <message>
        <source>Opschrijven</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>Waarom niet, in eigen woorden</source>
        <translation>Why not, in your own words</translation>
    </message>
    <message>
        <source>Waarom past {name} niet? Dat mag leeg blijven.</source>
        <translation>Why is {name} not suitable? You may leave this empty.</translation>
    </message>
</context>
<context>
    <name>WordButtons</name>
    <message>
        <source>{name} (gestopt)</source>
        <translation>{name} (stopped)</translation>
    </message>
    <message>
        <source>{name} aanpassen</source>
        <translation>Change {name}</translation>
    </message>
</context>
<context>
    <name>WordDialog</name>
    <message>
        <source>&amp;Naam</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Code in een andere lijst</source>
        <translation>Code in another list</translation>
    </message>
    <message>
        <source>Geen onderwerp. Je kunt het wel zelf aantikken.</source>
        <translation>No subject. You can still tick it yourself.</translation>
    </message>
    <message>
        <source>Heeft een ander programma hier een code voor?</source>
        <translation>Does another program have a code for this?</translation>
    </message>
    <message>
        <source>Heeft een ander programma hier een code voor? Die gaat mee als je de kaart doorgeeft.</source>
        <translation>Does another program have a code for this? It goes along when you pass on the map.</translation>
    </message>
    <message>
        <source>Hoort nog bij geen thema. Op het bord staat het dan alleen bij Signalen.</source>
        <translation>Belongs to no theme yet. On the board it is then only under Signals.</translation>
    </message>
    <message>
        <source>In het programma heet het {name}.</source>
        <translation>In the program it is called {name}.</translation>
    </message>
    <message>
        <source>Laat je dit leeg, dan zeg je dezelfde naam.</source>
        <translation>If you leave this empty, you use the same name.</translation>
    </message>
    <message>
        <source>Niet meer gebruiken</source>
        <translation>Stop using</translation>
    </message>
    <message>
        <source>Nieuw signaal</source>
        <translation>New signal</translation>
    </message>
    <message>
        <source>Nieuw thema</source>
        <translation>New theme</translation>
    </message>
    <message>
        <source>Onderwerpen kiezen</source>
        <translation>Choose subjects</translation>
    </message>
    <message>
        <source>Signaal: {name}</source>
        <translation>Signal: {name}</translation>
    </message>
    <message>
        <source>Telt mee bij deze thema&apos;s</source>
        <translation>Counts under these themes</translation>
    </message>
    <message>
        <source>Thema&apos;s kiezen</source>
        <translation>Choose themes</translation>
    </message>
    <message>
        <source>Thema: {name}</source>
        <translation>Theme: {name}</translation>
    </message>
    <message>
        <source>Wat er gebeurde</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Weer gebruiken</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>Weer zoals in het programma</source>
        <translation>As in the program again</translation>
    </message>
    <message>
        <source>Wordt voorgesteld bij</source>
        <translation>Proposed with</translation>
    </message>
    <message>
        <source>Zo zeg je het tegen een inwoner</source>
        <translation>How you say it to a resident</translation>
    </message>
    <message>
        <source>andere code</source>
        <translation>other code</translation>
    </message>
    <message>
        <source>andere naam</source>
        <translation>other name</translation>
    </message>
    <message>
        <source>andere onderwerpen</source>
        <translation>other subjects</translation>
    </message>
    <message>
        <source>andere thema&apos;s</source>
        <translation>other themes</translation>
    </message>
    <message>
        <source>gemaakt</source>
        <translation>made</translation>
    </message>
    <message>
        <source>gestopt</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>weer in gebruik</source>
        <translation>in use again</translation>
    </message>
    <message>
        <source>{name} (gestopt)</source>
        <translation>{name} (stopped)</translation>
    </message>
    <message>
        <source>{name} is aangepast.</source>
        <translation>{name} was changed.</translation>
    </message>
    <message>
        <source>{name} staat erbij.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>{name} wordt niet meer aangeboden.</source>
        <translation>{name} is no longer offered.</translation>
    </message>
    <message>
        <source>{name} wordt weer aangeboden.</source>
        <translation>{name} is offered again.</translation>
    </message>
    <message>
        <source>{said}, was {before}</source>
        <translation>{said}, was {before}</translation>
    </message>
</context>
<context>
    <name>_OrganisationWay</name>
    <message>
        <source>Geen noodsleutel bij de hand?</source>
        <translation>No emergency key at hand?</translation>
    </message>
    <message>
        <source>Je organisatie heeft een eigen sleutel voor deze kluis. Wie het bestand met die sleutel heeft, kan de kluis voor je openen. Dat komt altijd in het logboek.</source>
        <translation>Your organisation has a key of its own for this vault. Whoever has the file with that key can open the vault for you. It is always written in the log.</translation>
    </message>
    <message>
        <source>Mijn organisatie opent mijn kluis</source>
        <translation>My organisation opens my vault</translation>
    </message>
</context>
<context>
    <name>_Problem</name>
    <message>
        <source>Noodsleutel gebruiken</source>
        <translation>Use emergency key</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>Stap {n} van {total}</source>
        <translation>Step {n} of {total}</translation>
    </message>
</context>
<context>
    <name>_Track</name>
    <message>
        <source>geen cijfer</source>
        <translation>no number</translation>
    </message>
</context>
</TS>
