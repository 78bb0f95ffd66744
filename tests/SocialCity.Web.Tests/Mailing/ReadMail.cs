using System.Text;
using System.Text.RegularExpressions;

namespace SocialCity.Web.Tests.Mailing;

/// <summary>A mail as a mail program reads it.</summary>
internal sealed partial class ReadMail
{
    private readonly List<(string Name, string Value)> _headers = [];
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    public ReadMail(string raw)
    {
        string[] halves = raw.ReplaceLineEndings("\n").Split("\n\n", 2);
        foreach (string line in Folded().Replace(halves[0], " ").Split('\n'))
        {
            string[] pair = line.Split(": ", 2);
            _headers.Add((pair[0], Decode(pair.ElementAtOrDefault(1) ?? "")));
        }

        string boundary = Boundary().Match(Header("Content-Type")).Groups["b"].Value;
        foreach (string part in halves[1].Split("--" + boundary).Select(p => p.Trim('\n')).Where(p => p.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            string[] both = part.Split("\n\n", 2);
            string type = PartType().Match(both[0]).Groups["t"].Value;
            _parts[type] = Encoding.UTF8.GetString(Convert.FromBase64String(both[1].Replace("\n", "", StringComparison.Ordinal).Trim('-')));
        }
    }

    public static ReadMail OnlyOneIn(string folder) => new(File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*.eml"))));

    public static IReadOnlyList<ReadMail> AllIn(string folder) =>
        [.. Directory.GetFiles(folder, "*.eml").Select(f => new ReadMail(File.ReadAllText(f)))];

    public IEnumerable<string> HeaderNames => _headers.Select(h => h.Name);

    public string Subject => Header("Subject");

    public string Text => _parts["text/plain"].ReplaceLineEndings("\n");

    public string Html => _parts["text/html"];

    public string Header(string name) =>
        Assert.Single(_headers, h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Decode(string value) => Encoded().Replace(
        BetweenEncoded().Replace(value, ""),
        match => Encoding.UTF8.GetString(match.Groups["how"].Value is "B" or "b"
            ? Convert.FromBase64String(match.Groups["text"].Value)
            : Quoted(match.Groups["text"].Value)));

    private static byte[] Quoted(string text)
    {
        List<byte> bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)(text[i] == '_' ? ' ' : text[i]));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("""\n[ \t]+""", RegexOptions.None, 1000)]
    private static partial Regex Folded();

    [GeneratedRegex("""boundary="?(?<b>[^";]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("""Content-Type: (?<t>[\w/]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PartType();

    [GeneratedRegex("""(?<=\?=)\s+(?==\?)""", RegexOptions.None, 1000)]
    private static partial Regex BetweenEncoded();

    [GeneratedRegex("""=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Encoded();
}
