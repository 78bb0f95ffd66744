using System.Text;
using System.Text.RegularExpressions;

namespace SocialCity.Blog.Import;

/// <summary>
/// One paragraph on its way into Markdown. What is a mark in Markdown and was a letter in the text is escaped; spaces move out of
/// emphasis, which Markdown would not read otherwise; emphasis that cannot be said at its place is left out, the words stay.
/// </summary>
internal sealed partial class InlineText(bool isOneLine, bool hasMarks)
{
    private readonly List<Token> _tokens = [];
    private readonly List<string> _open = [];
    private readonly List<string> _waiting = [];
    private readonly StringBuilder _words = new();
    private bool _owesSpace;
    private int _owesBreaks;

    private enum TokenKind
    {
        Text,

        /// <summary>Markdown already: code, a picture, an address.</summary>
        Done,

        Break,
        Open,
        Close,
    }

    public bool IsEmpty { get; private set; } = true;

    /// <summary>What a reader will see, to be compared with what comes out.</summary>
    public string Words => _words.ToString();

    /// <summary>Text as HTML means it: spaces of any number are one.</summary>
    public void Text(string text)
    {
        StringBuilder run = new();
        foreach (char letter in text)
        {
            if (letter is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0')
            {
                Put(run);
                _owesSpace = true;
            }
            else if (!char.IsControl(letter))
            {
                if (run.Length == 0)
                {
                    Settle();
                }

                run.Append(letter);
            }
        }

        Put(run);
    }

    public void Break()
    {
        if (isOneLine)
        {
            _owesSpace = true;
        }
        else
        {
            _owesBreaks++;
        }
    }

    public void Code(string text)
    {
        string line = Spaces().Replace(text, " ").Trim(' ');
        if (line.Length == 0)
        {
            return;
        }

        string fence = new('`', LongestRun(line, '`') + 1);
        string pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        Done(fence + pad + line + pad + fence, line);
    }

    /// <param name="markdown">Stands in the result as it is.</param>
    /// <param name="words">What is seen of it.</param>
    public void Done(string markdown, string words)
    {
        Settle();
        _tokens.Add(new Token(TokenKind.Done, markdown));
        IsEmpty = false;
        _words.Append(words);
    }

    /// <returns>Whether emphasis begins, to be ended by <see cref="Close"/>; false where an outer one says it already.</returns>
    public bool Open(string mark)
    {
        if (!hasMarks || _open.Contains(mark) || _waiting.Contains(mark))
        {
            return false;
        }

        _waiting.Add(mark);
        return true;
    }

    public void Close(string mark)
    {
        int waiting = _waiting.LastIndexOf(mark);
        if (waiting >= 0)
        {
            _waiting.RemoveAt(waiting); // nothing stood in it
        }
        else if (_open.Count > 0 && _open[^1] == mark)
        {
            _open.RemoveAt(_open.Count - 1);
            _tokens.Add(new Token(TokenKind.Close, mark));
        }
    }

    public void OpenLink() => _waiting.Add("[");

    /// <param name="destination">As Markdown writes it.</param>
    public void CloseLink(string destination)
    {
        if (!_waiting.Remove("["))
        {
            _open.RemoveAt(_open.LastIndexOf("["));
            _tokens.Add(new Token(TokenKind.Close, $"]({destination})"));
        }
    }

    /// <summary>The paragraph; empty when there is nothing in it.</summary>
    public string ToMarkdown()
    {
        HashSet<int> dropped = Unsayable();
        StringBuilder result = new();
        bool startsLine = true;
        bool isInLink = false;
        for (int index = 0; index < _tokens.Count; index++)
        {
            Token token = _tokens[index];
            switch (token.Kind)
            {
                case TokenKind.Text:
                    Write(result, token.Text, startsLine, isInLink, index + 1 < _tokens.Count ? _tokens[index + 1] : null);
                    break;
                case TokenKind.Open or TokenKind.Close when dropped.Contains(index):
                    continue;
                default:
                    isInLink = !IsEmphasis(token) && token.Kind == TokenKind.Open || (isInLink && (IsEmphasis(token) || token.Kind != TokenKind.Close));
                    result.Append(token.Text);
                    break;
            }

            startsLine = token.Kind == TokenKind.Break;
        }

        return result.ToString();
    }

    private void Put(StringBuilder run)
    {
        if (run.Length == 0)
        {
            return;
        }

        _words.Append(run);
        _tokens.Add(new Token(TokenKind.Text, run.ToString()));
        IsEmpty = false;
        run.Clear();
    }

    /// <summary>A letter comes: what was owed before it comes first, spaces outside the emphasis that begins.</summary>
    private void Settle()
    {
        if (!IsEmpty && _owesBreaks > 0)
        {
            _tokens.Add(new Token(TokenKind.Break, _owesBreaks > 1 && _open.Count == 0 ? "\n\n" : "\n"));
        }
        else if (!IsEmpty && _owesSpace)
        {
            _tokens.Add(new Token(TokenKind.Text, " "));
        }

        _owesBreaks = 0;
        _owesSpace = false;
        foreach (string mark in _waiting)
        {
            if (mark != "[" && _tokens is [.., { Kind: TokenKind.Close } last] && last.Text == mark)
            {
                _tokens.RemoveAt(_tokens.Count - 1); // goes on where it has just ended
            }
            else
            {
                _tokens.Add(new Token(TokenKind.Open, mark));
            }

            _open.Add(mark);
        }

        _waiting.Clear();
    }

    /// <summary>The marks that Markdown would take for letters, beside what stands around them; both of a pair.</summary>
    private HashSet<int> Unsayable()
    {
        HashSet<int> dropped = [];
        Stack<int> opened = new();
        for (int index = 0; index < _tokens.Count; index++)
        {
            Token token = _tokens[index];
            if (token.Kind == TokenKind.Open)
            {
                opened.Push(index);
            }
            else if (token.Kind == TokenKind.Close && opened.TryPop(out int start) && !token.Text.StartsWith(']'))
            {
                bool followsAnother = start > 0 && _tokens[start - 1] is { Kind: TokenKind.Close } before && !before.Text.StartsWith(']');
                if (followsAnother || !Flanks(LetterAfter(start), LetterBefore(start)) || !Flanks(LetterBefore(index), LetterAfter(index)))
                {
                    dropped.Add(start);
                    dropped.Add(index);
                }
            }
        }

        return dropped;
    }

    /// <summary>CommonMark's rule for a mark between what it marks and what stands outside, as it is eased for East Asian letters.</summary>
    private static bool Flanks(Rune? inside, Rune? outside) =>
        inside is { } inner && !Rune.IsWhiteSpace(inner)
        && (!IsMark(inner) || outside is not { } outer || Rune.IsWhiteSpace(outer) || IsMark(outer) || IsEastAsian(outer));

    private static bool IsEastAsian(Rune rune) => rune.Value is (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0xD7B0) or >= 0x20000;

    private static bool IsMark(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    private Rune? LetterAfter(int index)
    {
        for (int next = index + 1; next < _tokens.Count; next++)
        {
            if (!IsEmphasis(_tokens[next]))
            {
                return _tokens[next].Text.EnumerateRunes().First();
            }
        }

        return null;
    }

    private Rune? LetterBefore(int index)
    {
        for (int before = index - 1; before >= 0; before--)
        {
            if (!IsEmphasis(_tokens[before]))
            {
                return _tokens[before].Text.EnumerateRunes().Last();
            }
        }

        return null;
    }

    private static bool IsEmphasis(Token token) => token.Kind is TokenKind.Open or TokenKind.Close && token.Text[0] is '*' or '~';

    private void Write(StringBuilder result, string text, bool startsLine, bool isInLink, Token? next)
    {
        int done = 0;
        for (Match address = Address().Match(text); address.Success; address = Address().Match(text, done))
        {
            Escape(result, text, done, address.Index, startsLine && done == 0, next);
            string found = address.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', ')', ']', '*', '~', '_');
            bool isLink = hasMarks && !isInLink && found.Contains("://", StringComparison.Ordinal)
                && Uri.TryCreate(found, UriKind.Absolute, out _);
            if (isLink)
            {
                result.Append('<').Append(found).Append('>');
                done = address.Index + found.Length;
            }
            else
            {
                // As words only: the reader of Markdown must not make a link of it, nor take marks out of it.
                int colon = address.Value.AsSpan().IndexOfAny(':', '.');
                Escape(result, text, address.Index, address.Index + colon, startsLine && address.Index == 0, null);
                result.Append('\\').Append(address.Value[colon]);
                done = address.Index + colon + 1;
            }
        }

        Escape(result, text, done, text.Length, startsLine && done == 0, next);
    }

    private static void Escape(StringBuilder result, string text, int from, int until, bool startsLine, Token? next)
    {
        int digits = from;
        while (startsLine && digits < until && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        for (int index = from; index < until; index++)
        {
            char letter = text[index];
            char after = index + 1 < text.Length ? text[index + 1] : next is { Kind: TokenKind.Text } more ? more.Text[0] : ' ';
            char before = index > 0 ? text[index - 1] : ' ';
            bool isMark = letter switch
            {
                '\\' or '`' or '*' or '[' or ']' or '<' or '~' or '|' => true,
                '_' => !char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(after),
                '&' => char.IsAsciiLetter(after) || after == '#',
                '!' => after == '[' || (index + 1 == text.Length && next is { Kind: TokenKind.Open, Text: "[" }),
                '>' or '#' or '+' or '-' or '=' => startsLine && index == from,
                '.' or ')' => startsLine && index == digits && digits > from,
                _ => false,
            };
            if (isMark)
            {
                result.Append('\\');
            }

            result.Append(letter);
        }
    }

    internal static int LongestRun(string text, char of)
    {
        int longest = 0;
        int run = 0;
        foreach (char letter in text)
        {
            run = letter == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    // What Markdown's readers take for an address: up to the first letter that is none of an address.
    [GeneratedRegex(@"(https?://|ftp://|mailto:|tel:|www\.)[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    private sealed record Token(TokenKind Kind, string Text);
}
