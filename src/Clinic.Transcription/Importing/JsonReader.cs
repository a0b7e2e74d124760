using System.Text.Json;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Importing;

/// <summary>Reads JSON: an object with <c>segments</c> or <c>turns</c>, or a bare list of them.</summary>
internal static class JsonReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The language it names, or null.</summary>
    public static string? Read(ReadOnlyMemory<byte> json, ImportLines into)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().Any(e => ListOf(e) is not null))
        {
            if (root.GetArrayLength() > 1) throw new TranscriptionException(TranscriptionRules.ImportSeveralVisits);
            root = root[0];
        }

        var list = root.ValueKind == JsonValueKind.Array ? root : ListOf(root);
        if (list is not { ValueKind: JsonValueKind.Array } entries) throw TranscriptImporter.NotRecognised();
        var at = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            at++;
            if (Entry(entry, into) is { } problem) into.FailEntry(at, problem);
        }

        if (root.ValueKind != JsonValueKind.Object) return null;
        if (root.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Object) Roles(roles, into);
        return root.TryGetProperty("language", out var language) && language.ValueKind == JsonValueKind.String ? language.GetString() : null;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            // A file of one visit per line ends its first value and goes on.
            if (e.BytePositionInLine == 0 && e.LineNumber > 0 && StartsAnother(json.Span, e.LineNumber.Value)) throw new TranscriptionException(TranscriptionRules.ImportSeveralVisits);
            throw new TranscriptionException(TranscriptionRules.ImportJsonInvalid, ("line", (e.LineNumber ?? 0) + 1));
        }
    }

    private static bool StartsAnother(ReadOnlySpan<byte> json, long line)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == (byte)'\n' && --line == 0) return i + 1 < json.Length && json[i + 1] == (byte)'{';
        }

        return false;
    }

    private static JsonElement? ListOf(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object ? null
        : element.TryGetProperty("segments", out var segments) ? segments
        : element.TryGetProperty("turns", out var turns) ? turns
        : null;

    private static void Roles(JsonElement roles, ImportLines into)
    {
        foreach (var role in roles.EnumerateObject())
        {
            if (role.Value.ValueKind == JsonValueKind.String && Enum.TryParse<SpeakerRole>(role.Value.GetString(), ignoreCase: true, out var known) && Enum.IsDefined(known))
                into.Role(role.Name, known);
        }
    }

    private static ImportProblem? Entry(JsonElement entry, ImportLines into)
    {
        if (entry.ValueKind != JsonValueKind.Object) return ImportProblem.NotAnObject;
        if (!entry.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) return ImportProblem.TextMissing;
        if (!TrySpeaker(entry, out var speaker)) return ImportProblem.SpeakerInvalid;
        if (!TrySeconds(entry, "start", out var start) || !TrySeconds(entry, "end", out var end)) return ImportProblem.TimeInvalid;
        var confidence = entry.TryGetProperty("confidence", out var c) && c.ValueKind == JsonValueKind.Number && c.TryGetDouble(out var value) && value is >= 0 and <= 1 ? value : (double?)null;
        try
        {
            return into.Add(speaker, text.GetString()!, start, end, confidence);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Halves of characters, which JSON can write and no text can hold.
            return ImportProblem.TextMissing;
        }
    }

    private static bool TrySpeaker(JsonElement entry, out string? speaker)
    {
        speaker = null;
        if (!entry.TryGetProperty("speaker", out var found) || found.ValueKind == JsonValueKind.Null) return true;
        speaker = found.ValueKind switch
        {
            JsonValueKind.Number => found.GetRawText(),
            JsonValueKind.String => found.GetString(),
            _ => null,
        };
        return speaker is not null;
    }

    private static bool TrySeconds(JsonElement entry, string name, out Duration? time)
    {
        time = null;
        if (!entry.TryGetProperty(name, out var found) || found.ValueKind == JsonValueKind.Null) return true;
        if (found.ValueKind != JsonValueKind.Number || !found.TryGetDouble(out var seconds) || seconds is not (>= 0 and < 1_000_000)) return false;
        time = Duration.FromMilliseconds(Math.Round(seconds * 1000));
        return true;
    }
}
