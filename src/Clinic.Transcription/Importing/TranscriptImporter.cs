using System.Text;

namespace Clinic.Transcription.Importing;

/// <summary>Reads transcripts that were made elsewhere: JSON, SubRip, WebVTT, plain dialogue; pure.</summary>
/// <remarks>The form is told by the content. Markup inside stays text. Every fault is named with its line or entry.</remarks>
public static class TranscriptImporter
{
    /// <summary>The most bytes of a transcript.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private const string Forms = "JSON, SRT, WebVTT, Doctor: ...";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file.</summary>
    /// <param name="content">UTF-8, with or without a mark of byte order.</param>
    /// <param name="language">The language where the file does not say it.</param>
    /// <exception cref="TranscriptionException">It is empty, too large, no text, of no known form, or something in it is wrong; everything is named.</exception>
    public static ImportedTranscript Read(ReadOnlyMemory<byte> content, string language)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        if (content.Length > MostBytes) throw TooLarge(content.Length);
        if (content.Span is [0xEF, 0xBB, 0xBF, ..]) content = content[3..];
        string text;
        try
        {
            text = Strict.GetString(content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new TranscriptionException(TranscriptionRules.ImportNotText);
        }

        return Read(text, content, language, allowPlain: false);
    }

    /// <summary>Reads what somebody typed or pasted; text without voices is allowed.</summary>
    /// <exception cref="TranscriptionException">It is empty, too large, or something in it is wrong; everything is named.</exception>
    public static ImportedTranscript ReadTyped(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(language);
        try
        {
            var bytes = Strict.GetBytes(text);
            if (bytes.Length > MostBytes) throw TooLarge(bytes.Length);
            return Read(text, bytes, language, allowPlain: true);
        }
        catch (EncoderFallbackException)
        {
            throw new TranscriptionException(TranscriptionRules.ImportNotText);
        }
    }

    internal static TranscriptionException NotRecognised() => new(TranscriptionRules.ImportNotRecognised, ("forms", Forms));

    private static TranscriptionException TooLarge(int found) => new(TranscriptionRules.ImportTooLarge, ("found", found), ("unit", "bytes"), ("most", MostBytes));

    private static ImportedTranscript Read(string text, ReadOnlyMemory<byte> utf8, string language, bool allowPlain)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new TranscriptionException(TranscriptionRules.ImportEmpty);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new TranscriptionException(TranscriptionRules.ImportNotText);
        var (lines, into) = (text.ReplaceLineEndings("\n").Split('\n'), new ImportLines());
        var format = FormatOf(text, lines) ?? (allowPlain ? ImportFormat.Plain : throw NotRecognised());
        string? named = null;
        switch (format)
        {
            case ImportFormat.Json:
                named = JsonReader.Read(utf8, into);
                break;
            case ImportFormat.SubRip or ImportFormat.WebVtt:
                CueReader.Read(lines, format == ImportFormat.WebVtt, into);
                break;
            case ImportFormat.Dialogue:
                DialogueReader.Read(lines, into);
                break;
            default:
                DialogueReader.ReadPlain(lines, into);
                break;
        }

        return new(into.End(named is { Length: > 0 and <= 20 } ? named : language), format);
    }

    private static ImportFormat? FormatOf(string text, string[] lines)
    {
        var start = text.TrimStart();
        if (start[0] is '{' || (start[0] is '[' && start[1..].TrimStart() is ['{' or ']', ..])) return ImportFormat.Json;
        if (start.StartsWith("WEBVTT", StringComparison.Ordinal)) return ImportFormat.WebVtt;
        var first = Array.FindIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        if (lines[first].Contains("-->", StringComparison.Ordinal)
            || (lines[first].Trim().All(char.IsAsciiDigit) && first + 1 < lines.Length && lines[first + 1].Contains("-->", StringComparison.Ordinal))) return ImportFormat.SubRip;
        return DialogueReader.Fits(lines) ? ImportFormat.Dialogue : null;
    }
}
