using System.Text;
using System.Text.RegularExpressions;

namespace SocialCity.Text;

/// <summary>Kinds of personal data, in the order in which one wins where two claim the same characters.</summary>
public enum PersonalDataKind
{
    Email,

    /// <summary>주민등록번호.</summary>
    ResidentNumber,

    /// <summary>외국인등록번호.</summary>
    AlienNumber,
    CardNumber,
    MobilePhone,

    /// <summary>A landline, internet (070) or forwarding (050) number.</summary>
    Landline,
    DriverLicence,
    Passport,
    BankAccount,
    VehiclePlate,
}

/// <summary>A finding; start and length are those of the text that was given.</summary>
public sealed record PersonalDataMatch(PersonalDataKind Kind, int Start, int Length);

/// <summary>What a city does not take for personal data.</summary>
public sealed record PersonalDataRules
{
    public static PersonalDataRules Strict { get; } = new();

    /// <summary>The city's own telephone numbers, with or without dashes; a star at the end allows all that begin so: "02-2680-*".</summary>
    public IReadOnlyCollection<string> OwnPhones { get; init; } = [];

    /// <summary>The city's own mail domains; addresses below them are allowed, too.</summary>
    public IReadOnlyCollection<string> OwnMailDomains { get; init; } = [];

    /// <summary>Kinds that may be published here, such as the plate of a wrongly parked car in a private complaint.</summary>
    public IReadOnlyCollection<PersonalDataKind> Allowed { get; init; } = [];
}

/// <summary>
/// Finds and masks what must not be published about a person (Personal Information Protection Act, 개인정보 보호법 articles 24, 24-2
/// and 34-2). Sees through other digits, digit words, dashes and invisible characters. Prefers a warning too many to one too few; time
/// grows with the length of the text only.
/// </summary>
public static class PersonalData
{
    /// <summary>What stands for a hidden letter.</summary>
    private const char Mark = '●';

    private const string Gap = @"[ \-._/·~()]{0,3}";
    private const string SomeGap = @"[ \-._/·]{1,3}";

    private const int FirstBirthYear = 1880;
    private const int LastBirthYear = 2049;

    private const string Regions = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주";

    // Letters that are also units of counting: with a space in between, or before another unit, they are no plate.
    private const string UnitLetters = "도조호주구수로부보고무";

    private static readonly string[] AccountWords =
        ["계좌", "은행", "뱅크", "입금", "송금", "이체", "예금주", "농협", "신협", "수협", "새마을금고", "카뱅", "account", "bank"];

    // Names of banks that are everyday words: only right before the number.
    private static readonly string[] BankNames =
    [
        "국민", "신한", "하나", "우리", "기업", "토스", "우체국", "산업", "씨티", "SC제일", "KB", "NH", "IBK",
    ];

    private static readonly string[] PassportWords = ["여권", "passport"];
    private static readonly string[] LicenceWords = ["면허", "licence", "license"];

    private static readonly Pattern[] Patterns =
    [
        new(
            PersonalDataKind.Email,
            Compile(@"[a-z0-9._%+\-]{1,64}@[a-z0-9\-]{1,63}(\.[a-z0-9\-]{1,63}){0,4}\.[a-z]{2,24}"),
            _ => true,
            IsSpoken: false),
        new(PersonalDataKind.ResidentNumber, Compile(@"\d{6}[ \-._/]{0,3}[0-49]\d{6}"), text => text.IsBirthNumber()),
        new(PersonalDataKind.AlienNumber, Compile(@"\d{6}[ \-._/]{0,3}[5-8]\d{6}"), text => text.IsBirthNumber()),
        new(PersonalDataKind.CardNumber, Compile(@"\d{13,19}"), text => text.IsCard()),
        new(
            PersonalDataKind.CardNumber,
            Compile($@"\d{{4}}{SomeGap}\d{{4}}{SomeGap}\d{{4}}{SomeGap}\d{{1,7}}"),
            text => text.IsCard()),
        new(PersonalDataKind.CardNumber, Compile($@"\d{{4}}{SomeGap}\d{{6}}{SomeGap}\d{{4,5}}"), text => text.IsCard()),
        new(
            PersonalDataKind.MobilePhone,
            Compile($@"(\+?(00)?82{Gap}(0{Gap})?|0)(10{Gap}\d{{4}}|1[16-9]{Gap}\d{{3,4}}){Gap}\d{{4}}"),
            text => text.IsPhone()),
        new(
            PersonalDataKind.Landline,
            Compile($@"(\+?(00)?82{Gap}(0{Gap})?|0)(2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d){Gap}[1-9]\d{{2,3}}{Gap}\d{{4}}"),
            text => text.IsPhone()),
        new(
            PersonalDataKind.DriverLicence,
            Compile($@"(1[1-9]|2[0-8]){SomeGap}\d{{2}}{SomeGap}\d{{6}}{SomeGap}\d{{2}}"),
            text => text.StandsAlone()),
        new(
            PersonalDataKind.DriverLicence,
            Compile($@"({Regions}){Gap}\d{{2}}{SomeGap}\d{{6}}{SomeGap}\d{{2}}"),
            text => text.StandsAlone()),
        new(
            PersonalDataKind.DriverLicence,
            Compile(@"(1[1-9]|2[0-8])\d{10}"),
            text => text.StandsAlone() && text.IsNear(LicenceWords, 20)),
        new(PersonalDataKind.Passport, Compile(@"[a-z][ \-]{0,3}(\d{8}|\d{3}[a-z]\d{4})"), text => text.IsPassport()),
        new(PersonalDataKind.BankAccount, Compile(@"\d{2,14}([ \-]{1,3}\d{1,8}){1,3}"), text => text.IsAccount()),
        new(PersonalDataKind.BankAccount, Compile(@"\d{10,14}"), text => text.IsAccount()),
        new(
            PersonalDataKind.VehiclePlate,
            Compile(@"\d{2,3} ?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호] ?\d{4}"),
            text => text.IsPlate()),
    ];

    /// <summary>All findings in order of their place; none overlap.</summary>
    public static IReadOnlyList<PersonalDataMatch> Find(string text, PersonalDataRules rules)
    {
        FoldedText folded = FoldedText.Of(text);
        bool isSame = folded.Spoken == folded.Plain;
        bool[] taken = new bool[folded.Plain.Length];
        List<PersonalDataMatch> found = [];
        foreach (Pattern pattern in Patterns)
        {
            Search(pattern, folded.Plain);
            if (pattern.IsSpoken && !isSame)
            {
                Search(pattern, folded.Spoken);
            }
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;

        void Search(Pattern pattern, string view)
        {
            for (int from = 0; from >= 0;)
            {
                from = SearchFrom(pattern, view, from);
            }
        }

        // Up to the first hit that turns out to be none: from there the search begins anew. -1 at the end.
        int SearchFrom(Pattern pattern, string view, int from)
        {
            foreach (ValueMatch hit in pattern.Regex.EnumerateMatches(view, from))
            {
                Candidate candidate = new(folded.Plain, view, hit.Index, hit.Index + hit.Length);
                if (candidate.IsOneDigitRepeated() || !pattern.Holds(candidate) || taken.AsSpan(hit.Index, hit.Length).Contains(true))
                {
                    return AfterRefusal(hit.Index + 1);
                }

                // Own numbers are taken as well, lest another kind claims them.
                taken.AsSpan(hit.Index, hit.Length).Fill(true);
                if (!rules.Allowed.Contains(pattern.Kind) && !candidate.IsOwn(pattern.Kind, rules))
                {
                    (int start, int length) = folded.Original(hit.Index, hit.Index + hit.Length);
                    found.Add(new PersonalDataMatch(pattern.Kind, start, length));
                }
            }

            return -1;
        }

        // Nothing stands alone that begins amid digits: a long row of them is passed at once.
        int AfterRefusal(int from)
        {
            while (from < folded.Plain.Length && char.IsAsciiDigit(folded.Plain[from]) && char.IsAsciiDigit(folded.Plain[from - 1]))
            {
                from++;
            }

            return from;
        }
    }

    /// <summary>
    /// Replaces the findings by dots and keeps their shape: 010-●●●●-●●●●, ●●●●●●-●●●●●●●, ●●●@●●●●●.●●●. Of a telephone number the
    /// first digits stay, of all else nothing. Stars would be taken for Markdown.
    /// </summary>
    /// <param name="matches">In any order; those that overlap are masked together. From <see cref="Find"/> on the same text.</param>
    public static string Mask(string text, IEnumerable<PersonalDataMatch> matches)
    {
        StringBuilder masked = new(text.Length);
        int done = 0;
        foreach (PersonalDataMatch match in matches.OrderBy(match => match.Start))
        {
            int start = Math.Clamp(match.Start, done, text.Length);
            int end = Math.Clamp(match.Start + match.Length, start, text.Length);
            masked.Append(text, done, start - done);
            MaskOne(masked, text[start..end], match.Kind);
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static void MaskOne(StringBuilder masked, string part, PersonalDataKind kind)
    {
        FoldedText folded = FoldedText.Of(part);
        bool isPhone = kind is PersonalDataKind.MobilePhone or PersonalDataKind.Landline;
        int visible = isPhone ? folded.Spoken.Count(char.IsAsciiDigit) - 8 : 0;
        for (int index = 0; index < folded.Plain.Length; index++)
        {
            char spoken = folded.Spoken[index];
            bool isKept = kind == PersonalDataKind.Email ? spoken is '@' or '.' : "-+ ()./_·~".Contains(spoken, StringComparison.Ordinal);
            if (char.IsAsciiDigit(spoken) && visible-- > 0)
            {
                masked.Append(spoken);
            }
            else if (isKept)
            {
                masked.Append(spoken);
            }
            else if (!folded.IsContinued(index))
            {
                masked.Append(Mark);
            }
        }
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private sealed record Pattern(PersonalDataKind Kind, Regex Regex, Func<Candidate, bool> Holds, bool IsSpoken = true);

    /// <summary>What a pattern hit, with the text around it. The surroundings are judged by what is really written there.</summary>
    private readonly ref struct Candidate(string plain, string view, int start, int end)
    {
        public int Start => start;

        public int End => end;

        private ReadOnlySpan<char> Value => view.AsSpan(start, end - start);

        private string Digits => string.Concat(Value.ToString().Where(char.IsAsciiDigit));

        public bool IsOneDigitRepeated()
        {
            string digits = Digits;
            return digits.Length > 0 && !digits.AsSpan().ContainsAnyExcept(digits[0]);
        }

        /// <summary>Not the middle of a longer number.</summary>
        public bool StandsAlone() => !char.IsAsciiDigit(Before(1)) && !char.IsAsciiDigit(After(1));

        public bool IsBirthNumber()
        {
            if (!StandsAlone())
            {
                return false;
            }

            string digits = Digits;
            int century = digits[6] switch
            {
                '9' or '0' => 1800,
                '1' or '2' or '5' or '6' => 1900,
                _ => 2000,
            };

            // Nobody alive was born before; later years are those of product codes.
            int year = century + Number(digits, 0, 2);
            return year is >= FirstBirthYear and <= LastBirthYear && IsDate(year, Number(digits, 2, 2), Number(digits, 4, 2));
        }

        public bool IsCard()
        {
            string digits = Digits;
            bool isScheme = digits.Length switch
            {
                13 => digits[0] == '4',
                14 or 15 => digits[0] == '3',
                16 => digits[0] is >= '3' and <= '9' || (digits[0] == '2' && Number(digits, 0, 4) is >= 2221 and <= 2720),
                >= 17 and <= 19 => digits[0] is >= '3' and <= '6',
                _ => false,
            };
            return isScheme && StandsAlone() && HasLuhnDigit(digits);
        }

        public bool IsPhone()
        {
            if (!StandsAlone() || (After(1) == '-' && char.IsAsciiLetterOrDigit(After(2))))
            {
                return false;
            }

            if (Before(1) == '.' && char.IsAsciiDigit(Before(2)) && !Value.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            // Behind letters or a dash it is part of a product or serial number, unless they announce a telephone number.
            int from = start;
            while (from > 0 && start - from < 12 && (char.IsAsciiLetterOrDigit(plain[from - 1]) || plain[from - 1] == '-'))
            {
                from--;
            }

            ReadOnlySpan<char> attached = plain.AsSpan(from, start - from).Trim('-');
            return attached.IsEmpty || IsPhoneWord(attached);
        }

        public bool IsOwn(PersonalDataKind kind, PersonalDataRules rules) => kind switch
        {
            PersonalDataKind.Landline => IsOwnPhone(rules),
            PersonalDataKind.Email => IsOwnMail(rules),
            _ => false,
        };

        private bool IsOwnPhone(PersonalDataRules rules)
        {
            string digits = National(Digits);
            foreach (string own in rules.OwnPhones)
            {
                string ownDigits = National(string.Concat(own.Where(char.IsAsciiDigit)));
                if (own.EndsWith('*') ? digits.StartsWith(ownDigits, StringComparison.Ordinal) : digits == ownDigits)
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsOwnMail(PersonalDataRules rules)
        {
            string domain = Value[(Value.IndexOf('@') + 1)..].ToString();
            return rules.OwnMailDomains.Any(own =>
                domain.Equals(own, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
        }

        public bool IsPassport()
        {
            bool isPart = char.IsAsciiLetterOrDigit(Before(1))
                || char.IsAsciiLetterOrDigit(After(1))
                || (Before(1) == '-' && char.IsAsciiLetterOrDigit(Before(2)))
                || (After(1) == '-' && char.IsAsciiLetterOrDigit(After(2)));
            if (isPart)
            {
                return false;
            }

            string digits = Digits;
            bool isApart = Value[1] is ' ' or '-';
            bool isDate = digits.Length == 8 && IsDate(Number(digits, 0, 4), Number(digits, 4, 2), Number(digits, 6, 2));
            return (!isApart && !isDate) || IsNear(PassportWords, 20);
        }

        public bool IsAccount()
        {
            string digits = Digits;
            if (digits.Length is < 10 or > 14 || !StandsAlone() || IsDecimal() || IsDateOrCaseNumber(digits))
            {
                return false;
            }

            bool isBusiness = digits.Length == BusinessNumber.Length
                && Value.Length == BusinessNumber.Length + 2
                && Value[3] == '-'
                && Value[6] == '-'
                && BusinessNumber.IsValid(digits);
            return !isBusiness && (IsNear(AccountWords, 20) || IsRightBehind(BankNames));
        }

        public bool IsPlate()
        {
            if (!StandsAlone() || "년원억만천월일시분번개명건호동층㎡%".Contains(After(1), StringComparison.Ordinal))
            {
                return false;
            }

            bool isApart = Value.Contains(' ');
            foreach (char letter in UnitLetters)
            {
                if (Value.Contains(letter))
                {
                    return !isApart;
                }
            }

            return true;
        }

        /// <summary>Whether one of the words stands in the same line, so many characters before or after.</summary>
        public bool IsNear(string[] words, int distance)
        {
            int from = Math.Max(0, start - distance);
            int to = Math.Min(plain.Length, end + distance);
            int lineStart = plain.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start - from)) + 1;
            int lineEnd = plain.IndexOf('\n', end, to - end);
            ReadOnlySpan<char> around = plain.AsSpan()[Math.Max(from, lineStart)..(lineEnd < 0 ? to : lineEnd)];
            foreach (string word in words)
            {
                if (around.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsPhoneWord(ReadOnlySpan<char> word)
        {
            foreach (string known in (ReadOnlySpan<string>)["tel", "hp", "phone", "mobile", "cell", "call", "fax", "sms", "m", "t", "c", "p", "h"])
            {
                if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        private static string National(string digits)
        {
            string number = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
            return number.StartsWith("82", StringComparison.Ordinal) ? "0" + number[2..].TrimStart('0') : number;
        }

        private static bool HasLuhnDigit(string digits)
        {
            int sum = 0;
            for (int index = 0; index < digits.Length; index++)
            {
                int digit = digits[digits.Length - 1 - index] - '0';
                int doubled = digit * 2;
                sum += index % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
            }

            return sum % 10 == 0;
        }

        private static bool IsDate(int year, int month, int day) =>
            year is >= 1800 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

        private static int Number(string digits, int from, int length)
        {
            int number = 0;
            foreach (char digit in digits.AsSpan(from, length))
            {
                number = (number * 10) + (digit - '0');
            }

            return number;
        }

        private bool IsDecimal() =>
            (Before(1) == '.' && char.IsAsciiDigit(Before(2))) || (After(1) == '.' && char.IsAsciiDigit(After(2)));

        /// <summary>2026-09-18 12, 202609181200 or 2026-000123.</summary>
        private bool IsDateOrCaseNumber(string digits)
        {
            if (Number(digits, 0, 4) is < 1900 or > 2099)
            {
                return false;
            }

            bool isCaseNumber = digits.Length == 10 && Value.Length == 11 && Value[4] == '-';
            bool isDate = IsDate(Number(digits, 0, 4), Number(digits, 4, 2), Number(digits, 6, 2))
                && (!char.IsAsciiDigit(Value[4]) || digits.Length is 12 or 14);
            return isCaseNumber || isDate;
        }

        private bool IsRightBehind(string[] words)
        {
            ReadOnlySpan<char> before = plain.AsSpan(Math.Max(0, start - 10), Math.Min(10, start)).TrimEnd(" :)-");
            foreach (string word in words)
            {
                if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        private char Before(int distance) => start >= distance ? plain[start - distance] : '\n';

        private char After(int distance) => end + distance <= plain.Length ? plain[end + distance - 1] : '\n';
    }
}
