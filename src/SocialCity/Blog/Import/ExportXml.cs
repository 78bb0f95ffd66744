using System.Globalization;
using System.Text;
using System.Xml;

namespace SocialCity.Blog.Import;

/// <summary>
/// Reads an export from front to end and never holds more of it than one text. Document types are refused, so that there are no entities
/// to expand and nothing is fetched from anywhere.
/// </summary>
internal sealed class ExportXml : IDisposable
{
    /// <summary>UTF-16 units. A blog with all its photos within is some gigabytes.</summary>
    private const long MostCharacters = 16L * 1024 * 1024 * 1024;

    /// <summary>UTF-16 units of one text: a long article with several photos written into it.</summary>
    private const int MostOfOneText = 50_000_000;

    private readonly string _name;
    private readonly FileStream _file;
    private readonly XmlReader _reader;

    private ExportXml(string name, FileStream file)
    {
        _name = name;
        _file = file;
        _reader = XmlReader.Create(file, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    /// <summary>Opens a file and goes to its outermost element.</summary>
    /// <exception cref="UnreadableExportException">There is no such file, or it is no XML of this kind.</exception>
    public static ExportXml Open(string path, string outermost, string kind)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableExportException($"The file '{path}' cannot be opened: {e.Message.TrimEnd('.')}.", e);
        }

        ExportXml xml = new(Path.GetFileName(path), file);
        try
        {
            while (xml.Read() && xml._reader.NodeType != XmlNodeType.Element)
            {
                // what may stand before the outermost element
            }

            return xml.Name == outermost
                ? xml
                : throw xml.Fault($"it begins with <{xml.Name}>, while {kind} begins with <{outermost}>");
        }
        catch
        {
            xml.Dispose();
            throw;
        }
    }

    public string Attribute(string name) => _reader.GetAttribute(name) ?? "";

    /// <summary>
    /// Goes through the elements within the present one. Whoever is handed one may read it by <see cref="Text"/>, <see cref="Bytes"/> or
    /// this; what is left alone is passed over.
    /// </summary>
    public IEnumerable<string> Children()
    {
        if (_reader.IsEmptyElement)
        {
            yield break;
        }

        int depth = _reader.Depth;
        Read();
        while (!IsEndOf(depth))
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                yield return Name;
                if (_reader.NodeType == XmlNodeType.Element && !_reader.IsEmptyElement)
                {
                    PassOver();
                }
            }

            Read();
        }
    }

    /// <summary>All text within the present element.</summary>
    public string Text()
    {
        StringBuilder text = new();
        ReadText(part =>
        {
            if (text.Length + part.Length > MostOfOneText)
            {
                throw Fault(string.Create(CultureInfo.InvariantCulture, $"one text is longer than {MostOfOneText:N0} letters"));
            }

            text.Append(part);
        });
        return text.ToString();
    }

    /// <summary>Writes out what stands in the present element as base64.</summary>
    /// <returns>False when it is no base64, or more than so many bytes; the element is passed all the same.</returns>
    public bool Bytes(Stream to, long most)
    {
        char[] quad = new char[4];
        byte[] three = new byte[3];
        int held = 0;
        bool isGood = true;
        ReadText(part =>
        {
            foreach (char letter in part)
            {
                if (!isGood || char.IsWhiteSpace(letter))
                {
                    continue;
                }

                quad[held++] = letter;
                if (held == 4)
                {
                    held = 0;
                    isGood = Convert.TryFromBase64Chars(quad, three, out int count) && to.Length + count <= most;
                    if (isGood)
                    {
                        to.Write(three, 0, count);
                    }
                }
            }
        });
        return isGood && held == 0;
    }

    public UnreadableExportException Fault(string reason, Exception? inner = null)
    {
        var place = (IXmlLineInfo)_reader;
        return Fault(reason, place.LineNumber, place.LinePosition, inner);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private UnreadableExportException Fault(string reason, int line, int column, Exception? inner) => new(
        string.Create(CultureInfo.InvariantCulture, $"{_name} cannot be read, line {line}, column {column}: {reason}."), inner);

    private bool IsEndOf(int depth) => _reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth;

    private void PassOver()
    {
        int depth = _reader.Depth;
        while (!IsEndOf(depth))
        {
            Read();
        }
    }

    private delegate void Part(ReadOnlySpan<char> part);

    private void ReadText(Part part)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        int depth = _reader.Depth;
        char[] buffer = new char[16 * 1024];
        Read();
        while (!IsEndOf(depth))
        {
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                for (int count = Chunk(buffer); count > 0; count = Chunk(buffer))
                {
                    part(buffer.AsSpan(0, count));
                }
            }

            Read();
        }
    }

    private (int Line, int Column) PlaceOfDocumentType()
    {
        const int Prologue = 64 * 1024;
        byte[] bytes = new byte[Prologue];
        _file.Position = 0;
        string start = Encoding.UTF8.GetString(bytes, 0, _file.ReadAtLeast(bytes, Prologue, throwOnEndOfStream: false));
        int at = Math.Max(0, start.IndexOf("<!DOCTYPE", StringComparison.Ordinal));
        int line = start.AsSpan(0, at).Count('\n') + 1;
        return (line, at - start.LastIndexOf('\n', at));
    }

    private int Chunk(char[] buffer) => Telling(() => _reader.ReadValueChunk(buffer, 0, buffer.Length));

    private bool Read() => Telling(_reader.Read);

    private T Telling<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            // The reader refuses it before it says where.
            (int line, int column) = PlaceOfDocumentType();
            throw Fault("a document type is not accepted, since it could name entities", line, column, e);
        }
        catch (XmlException e)
        {
            int place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            throw Fault((place > 0 ? e.Message[..place] : e.Message).TrimEnd('.').ReplaceLineEndings(" "), e.LineNumber, e.LinePosition, e);
        }
        catch (IOException e)
        {
            throw Fault(e.Message.TrimEnd('.'), e);
        }
    }
}
