# cli: descriptions of commands and options (cli-about-COMMAND, cli-arg-OPTION, and
# cli-arg-OPTION-for-COMMAND where a command means something else by it)

cli-about-planwright = Plan training by keyboard. Without a command: open the terminal.
cli-after-help = Exit codes: 0 done, 1 failed, 2 not understood. Results go to standard output, everything else to standard error.
cli-about-match = Say what names of exercises mean
cli-about-library = The exercise library
cli-about-library-list = List every exercise
cli-about-library-show = Show one exercise
cli-about-library-check = Check that exercises, progressions and catalogues fit together
cli-about-doctor = Look for what is wrong and say what to do
cli-about-completions = Print the completions for a shell
cli-about-man = Print the manual page
cli-about-config = The configuration
cli-about-config-path = Print where the configuration file lies
cli-about-config-show = Print what holds: file, variables and options together
cli-about-config-example = Print a commented example of a configuration file
cli-about-config-schema = Print the JSON Schema of a published shape

cli-arg-help = Print help
cli-arg-version = Print the version
cli-arg-db = Database file
cli-arg-config = Configuration file
cli-arg-coach = Who plans
cli-arg-lang = Language: de or en
cli-arg-log = How much the log tells: off, error, warn, info, debug, trace
cli-arg-json = Print JSON
cli-arg-exercise = Id of the exercise
cli-arg-graph = Also show what prepares it and what it prepares
cli-arg-shell = The shell
cli-arg-dir = Write one page per command into this folder
cli-arg-of = Which shape
cli-arg-names = Names; without any, one per line on standard input
cli-arg-library = Match against this file instead: JSON Lines, exercise JSON, or one name per line
cli-arg-limit = Most answers for one name

# What commands say

cli-plain = { $text }
cli-unreadable = { $path } cannot be read ({ $reason }). Check the path.
cli-output = The output could not be written ({ $reason }).
cli-no-terminal = The screens need a terminal. “planwright --help” lists what works without one.
cli-no-screens = The screens are not part of this build; “planwright --help” lists the commands.
cli-names-expected = Type one name per line; Ctrl-D ends.
cli-band-high = high
cli-band-medium = medium
cli-band-low = low
cli-band-unmatched = unmatched
cli-no-exercise = There is no exercise with the id “{ $id }”. “planwright library list” shows all ids.
cli-library-sound = { $exercises } exercises and { $graphs } progressions fit together (content { $hash }).
cli-prepared-by = Prepared by
cli-prepares = Prepares
cli-fact-id = Id
cli-fact-name = Name
cli-fact-fact = In short
cli-fact-parts = Parts
cli-fact-patterns = Pattern
cli-fact-primary = Muscles
cli-fact-secondary = Also
cli-fact-equipment = Equipment
cli-fact-level = Level
cli-fact-age = From age
cli-fact-contra = Not with
cli-fact-skills = Skills
cli-fact-focus = Focus
cli-fact-doses = Dose
cli-fact-aliases = Other names

cli-doctor-good = ok
cli-doctor-remark = note
cli-doctor-bad = BAD
cli-doctor-version = Version
cli-doctor-config = Configuration
cli-doctor-no-config = no file; the defaults hold
cli-doctor-config-hint = Correct the file; “planwright config example” shows every key.
cli-doctor-database = Database
cli-doctor-no-database = { $path } (not there yet; the first start creates it)
cli-doctor-coach = Coach
cli-doctor-lang = Language
cli-doctor-library = Library
cli-doctor-library-counts = { $exercises } exercises, { $graphs } progressions
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = Input or output is not a terminal; the screens need one, the other commands do not.
cli-doctor-dumb = This terminal cannot place a cursor. Set TERM, for instance to xterm-256color.
cli-doctor-locale = Locale
cli-doctor-no-utf8 = Umlauts and signs need UTF-8. Set LANG, for instance to en_GB.UTF-8.
