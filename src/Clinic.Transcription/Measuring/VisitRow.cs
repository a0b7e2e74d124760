using System.Text.Json;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Measuring;

/// <summary>One visit to measure with: turns, and what is known to be right about it.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Transcript">What was said, with roles where the labels say them.</param>
public sealed record VisitRow(string Id, Transcript Transcript)
{
    /// <summary>The reference note; null where nobody wrote one.</summary>
    public string? Note { get; init; }

    /// <summary>The sections of the reference note; empty where it has none.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The right section of each turn; null for a turn that belongs nowhere. Empty where nobody marked them.</summary>
    public IReadOnlyList<ReportSection?> GoldSections { get; init; } = [];

    /// <summary>Facts that the report must hold, by kind, such as <c>drug</c>; <c>must_not_contain</c> for what it must not.</summary>
    public IReadOnlyList<(string Kind, string Text)> Facts { get; init; } = [];

    /// <summary>What an engine wrote down of the same visit; null where none listened. The turns are the reference.</summary>
    public string? Heard { get; init; }

    /// <summary>Where it comes from, such as <c>ACI-BENCH</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Reads rows of JSON, one per line; empty lines are skipped.</summary>
    /// <exception cref="FormatException">A line is no visit; the message names the line and the fault.</exception>
    public static IReadOnlyList<VisitRow> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<VisitRow>();
        var line = 0;
        foreach (var json in text.Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(json)) continue;
            try
            {
                using var document = JsonDocument.Parse(json);
                rows.Add(One(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or OverflowException)
            {
                throw new FormatException(FormattableString.Invariant($"Line {line} is no visit: it needs id, language and turns with speaker and text."), e);
            }
        }

        return rows;
    }

    /// <summary>The id only; what was said is health data.</summary>
    public override string ToString() => $"{nameof(VisitRow)} {Id}";

    private static VisitRow One(JsonElement row)
    {
        var segments = new List<TranscriptSegment>();
        var gold = new List<ReportSection?>();
        var marked = false;
        foreach (var turn in row.GetProperty("turns").EnumerateArray())
        {
            segments.Add(new(segments.Count, Text(turn, "speaker"), Text(turn, "text") ?? "") { Start = Seconds(turn, "start"), End = Seconds(turn, "end") });
            marked |= turn.TryGetProperty("gold_section", out var section);
            gold.Add(section.ValueKind == JsonValueKind.String ? SectionLabels.Of(section.GetString()!) : null);
        }

        var roles = segments.Select(s => s.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Select(l => (Label: l, Role: Roles.Named(l))).Where(r => r.Role != SpeakerRole.Unknown).ToDictionary(r => r.Label, r => r.Role, StringComparer.Ordinal);
        return new(Text(row, "id") ?? throw new KeyNotFoundException("id"), new(Text(row, "language") ?? "es", segments) { Roles = roles })
        {
            Note = Text(row, "note"),
            Heard = Text(row, "heard"),
            Source = Text(row, "source") ?? "",
            GoldSections = marked ? gold : [],
            Sections = row.TryGetProperty("sections", out var sections) && sections.ValueKind == JsonValueKind.Array
                ? sections.EnumerateArray().SelectMany(s => SectionLabels.All(Text(s, "label") ?? "")).Distinct().Order().ToList() : [],
            Facts = row.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array ? facts.EnumerateArray().Select(f => (f[0].GetString()!, f[1].GetString()!)).ToList() : [],
        };
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Duration? Seconds(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? Duration.FromMilliseconds((long)Math.Round(value.GetDouble() * 1000)) : null;
}
