package org.kithway.identity.name;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One word of a name, with all that comparing it needs. */
final class Token {
    private static final int MOST_LETTERS = 64;

    /** Words read lately: few make up most names. Threads may overwrite each other's, no more. */
    private static final @Nullable Read[] READ = new Read[1 << 13];

    private record Read(String word, Token token) {}

    // Abdul, Abdel, Abdoul, and Abdur before an r: the article may be written in any way.
    private static final Pattern SERVANT =
            Pattern.compile("^abd(?:ou|u|e|a|i|o)(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))?");
    // Mueller, Joergen, Haakon, but not Marquez and Guerra
    private static final Pattern WRITTEN_OUT = Pattern.compile("((?<![qg])u|o|a)e|(?<=a)a()");

    // Nooruddin, Saif al-Din, Shamseddine
    private static final Pattern OF_FAITH =
            Pattern.compile("(?:al|ul|el|oud|ud|ed|ad|id|ou|u|e)?d(?:i|ee)ne?$");

    /** In lower case, as written. */
    final String written;

    final Writing writing;

    /** In a to z, as far as is known. */
    final String latin;

    /** As if no mark had been written out: ue is u. */
    final String plain;

    final String sound;
    final String consonants;

    /** The names of which this is a form. */
    final Set<String> forms;

    /** The names of which a word that sounds like this is a form. */
    private final Set<String> formsBySound;

    private Token(String written, String latin) {
        this.written = written;
        this.writing = Writing.of(written);
        this.latin = latin;
        this.plain = plain(latin);
        this.sound = Sound.key(plain);
        this.consonants = Sound.consonants(latin);
        this.forms = NameVariants.formsOf(latin);
        this.formsBySound = forms.isEmpty() ? NameVariants.formsBySound(sound) : forms;
    }

    /** Of a word without white space; one that says nothing has no letters. */
    static Token of(String word) {
        String cut = word.length() > MOST_LETTERS ? word.substring(0, MOST_LETTERS) : word;
        int slot = Math.floorMod(cut.hashCode(), READ.length);
        Read read = READ[slot];
        if (read == null || !read.word.equals(cut)) {
            read = new Read(cut, new Token(cut.toLowerCase(Locale.ROOT), Romanization.latin(cut)));
            READ[slot] = read;
        }
        return read.token;
    }

    /** Of a word whose Latin spelling is known otherwise. */
    static Token of(String word, String latin) {
        return new Token(word.toLowerCase(Locale.ROOT), latin);
    }

    /** The two words as one. */
    Token with(Token next) {
        return new Token(written + next.written, latin + next.latin);
    }

    boolean isEmpty() {
        return latin.isEmpty();
    }

    boolean isInitial() {
        return latin.codePointCount(0, latin.length()) == 1
                || written.codePointCount(0, written.length()) == 1 && writing == Writing.ALPHABET;
    }

    /** How far two words agree; symmetric. */
    NameAgreement agreement(Token other) {
        if (latin.equals(other.latin)) {
            boolean same = written.equals(other.written);
            if (!same && writing == Writing.SYLLABLES && other.writing == Writing.SYLLABLES) {
                return NameAgreement.SPELLING;
            }
            return same ? NameAgreement.EXACT : NameAgreement.WRITTEN;
        }
        if (isInitial() || other.isInitial()) {
            return latin.startsWith(other.latin) || other.latin.startsWith(latin)
                    ? NameAgreement.INITIAL
                    : NameAgreement.DIFFERENT;
        }
        if (plain.equals(other.plain)) {
            return NameAgreement.WRITTEN;
        }
        if (shares(forms, other.forms)) {
            return NameAgreement.VARIANT;
        }
        if (writing == Writing.SYLLABLES && other.writing == Writing.SYLLABLES) {
            return NameAgreement.DIFFERENT;
        }
        if ((writing == Writing.CONSONANTS) != (other.writing == Writing.CONSONANTS)) {
            return byConsonants(consonants, other.consonants);
        }
        return bySpelling(other);
    }

    private static NameAgreement byConsonants(String a, String b) {
        int length = Math.min(a.length(), b.length());
        if (a.equals(b)) {
            return length > 2
                    ? NameAgreement.WRITTEN
                    : length == 2 ? NameAgreement.SPELLING : NameAgreement.SIMILAR;
        }
        return length > 2 && Similarity.distance(a, b, 1) == 1
                ? NameAgreement.SIMILAR
                : NameAgreement.DIFFERENT;
    }

    private NameAgreement bySpelling(Token other) {
        if (sound.equals(other.sound) && sound.length() > 2) {
            return NameAgreement.SPELLING;
        }
        int length = Math.max(plain.length(), other.plain.length());
        int distance = Similarity.distance(plain, other.plain, length < 6 ? 1 : 2);
        if (distance == 1 && length > 3) {
            return NameAgreement.SPELLING;
        }
        boolean alike =
                (sound.equals(other.sound) && sound.length() > 1)
                        || (distance == 2 && length > 5)
                        || isServantOf(other)
                        || other.isServantOf(this);
        return alike ? NameAgreement.SIMILAR : NameAgreement.DIFFERENT;
    }

    /** As {@link #agreement}, of two given names: also by pet forms that no list has. */
    NameAgreement agreementAsGiven(Token other) {
        NameAgreement agreement = agreement(other);
        if (agreement == NameAgreement.SPELLING && !forms.isEmpty() && !other.forms.isEmpty()) {
            // Maria and Mario are two names, not a slip.
            return NameAgreement.SIMILAR;
        }
        return agreement == NameAgreement.DIFFERENT
                        && writing != Writing.SYLLABLES
                        && !isInitial()
                        && !other.isInitial()
                        && (shares(formsBySound, other.formsBySound)
                                || PetForms.isPetForm(plain, other.plain)
                                || PetForms.isPetForm(other.plain, plain))
                ? NameAgreement.SIMILAR
                : agreement;
    }

    /** Abdul Karim is called Karim. */
    boolean isServantOf(Token other) {
        return plain.length() > 6
                && plain.startsWith("abd")
                && other.plain.length() > 3
                && plain.endsWith(other.plain);
    }

    private static boolean shares(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        for (String form : a) {
            if (b.contains(form)) {
                return true;
            }
        }
        return false;
    }

    /** The word as if no mark and no article in it had been written out. */
    static String plain(String latin) {
        String plain = latin;
        if (latin.startsWith("abd") && latin.length() > 6) {
            plain = SERVANT.matcher(plain).replaceFirst("abd");
        }
        if (latin.length() > 6 && latin.indexOf('d', 3) > 0) {
            plain = OF_FAITH.matcher(plain).replaceFirst("din");
        }
        return WRITTEN_OUT.matcher(plain).replaceAll("$1");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token that
                && written.equals(that.written)
                && latin.equals(that.latin);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return latin;
    }
}
