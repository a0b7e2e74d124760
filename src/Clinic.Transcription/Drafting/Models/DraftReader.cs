using System.Globalization;
using System.Text.Json;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Models;

/// <summary>Turns a model's answer into a draft: schema, sections and quotes are checked here, whatever the provider promises.</summary>
/// <remarks>A quote that is not in the segment it cites is no evidence; a statement that loses all of it stays, without support, for a person to see.</remarks>
public static class DraftReader
{
    private const int MostStatements = 500;
    private const int LongestText = 4_000;

    private static readonly JsonSerializerOptions Json = new() { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, MaxDepth = 8 };

    /// <summary>The draft of an answer.</summary>
    /// <param name="json">The model's answer.</param>
    /// <param name="transcript">What was sent.</param>
    /// <param name="context">What was known.</param>
    /// <param name="drafter">The name of the drafter.</param>
    /// <param name="model">The model with its fingerprint.</param>
    /// <exception cref="ProviderException">The answer is not of the schema; nothing of it is in the message.</exception>
    public static ReportDraft Read(string json, Transcript transcript, DraftContext context, string drafter, string? model)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var answer = Parsed(json, drafter);
        var excluded = MachineSpeech.Segments(transcript);
        var statements = answer.Statements!.Select(s => Statement(s, transcript, excluded, context, drafter)).OrderBy(s => s.Section).ToList();
        var entities = answer.Entities!.Select(e => Entity(e, transcript, excluded, drafter)).OfType<ClinicalEntity>().OrderBy(e => e.Evidence.Segment).ThenBy(e => e.Evidence.Start).ToList();
        return new(statements, entities, drafter, DraftPrompt.Version) { Model = model, Excluded = excluded };
    }

    private static DraftAnswer Parsed(string json, string drafter)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<DraftAnswer>(json, Json);
            if (answer is { Statements: { Count: <= MostStatements } statements, Entities: { Count: <= MostStatements * 2 } entities }
                && statements.TrueForAll(s => s is { Evidence: not null }) && entities.TrueForAll(e => e is not null)) return answer;
        }
        catch (JsonException)
        {
            // Its message quotes the answer, so it is not kept.
        }

        throw Invalid(drafter, "schema");
    }

    private static DraftStatement Statement(DraftAnswer.Statement s, Transcript transcript, IReadOnlyList<int> excluded, DraftContext context, string drafter)
    {
        var section = DraftWords.Read<ReportSection>(s.Section) ?? throw Invalid(drafter, "section");
        if (context.Sections.Count > 0 && !context.Sections.Contains(section)) throw Invalid(drafter, "section");
        var polarity = DraftWords.Read<Polarity>(s.Polarity) ?? throw Invalid(drafter, "polarity");
        List<EvidenceSpan> evidence = [.. s.Evidence!.Select(e => Span(e.Segment, e.Quote, transcript, excluded)).OfType<EvidenceSpan>().Distinct()];
        return new(Dictated(evidence, transcript, context) ?? section, Text(s.Text, drafter), evidence, polarity);
    }

    // What was dictated into one section stands there, whatever the model thinks.
    private static ReportSection? Dictated(List<EvidenceSpan> evidence, Transcript transcript, DraftContext context)
    {
        var named = evidence.ConvertAll(e => transcript.Segments[e.Segment].Section);
        return named.Count > 0 && named[0] is { } section && named.TrueForAll(n => n == section) && (context.Sections.Count == 0 || context.Sections.Contains(section)) ? section : null;
    }

    // What nobody said is not named in a report, so an entity without its place is left out.
    private static ClinicalEntity? Entity(DraftAnswer.Entity e, Transcript transcript, IReadOnlyList<int> excluded, string drafter)
    {
        var kind = DraftWords.Read<EntityKind>(e.Kind) ?? throw Invalid(drafter, "kind");
        var polarity = DraftWords.Read<Polarity>(e.Polarity) ?? throw Invalid(drafter, "polarity");
        return Span(e.Segment, e.Quote, transcript, excluded) is not { } span ? null : new(kind, Text(e.Text, drafter), span, polarity)
        {
            Term = e.Term,
            Value = Number(e.Value, drafter),
            SecondValue = Number(e.SecondValue, drafter),
            Unit = e.Unit,
            Frequency = e.Frequency,
            Period = e.Period,
            Route = e.Route,
        };
    }

    private static EvidenceSpan? Span(int segment, string? quote, Transcript transcript, IReadOnlyList<int> excluded) =>
        segment >= 0 && segment < transcript.Segments.Count && !excluded.Contains(segment) && quote is not null && QuotePlace.Find(quote, transcript.Segments[segment].Text) is var (start, length)
            ? new(segment, start, length)
            : null;

    private static string Text(string? text, string drafter) => text?.Trim() is { Length: > 0 and <= LongestText } trimmed ? trimmed : throw Invalid(drafter, "text");

    private static decimal? Number(string? text, string drafter)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid(drafter, "value");
    }

    private static ProviderException Invalid(string drafter, string what) => new(drafter, new(FailureKind.InvalidOutput, Retryable: true) { Code = what });
}
