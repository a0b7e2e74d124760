using Clinic.Dispensing.Spoken.Reading;
using Microsoft.Extensions.Options;

namespace Clinic.Dispensing.Spoken;

/// <summary>Understands sentences such as "registrar entrega de 1 ampolla de …"; writes nothing and guesses nothing.</summary>
/// <remarks>
/// An <see cref="SpokenResult.Understood"/> command must still be confirmed by the speaker and then sent under its fingerprint.
/// Any text gives a result; only the lookup may throw. Safe for use by many threads.
/// </remarks>
public sealed class SpokenInterpreter(ISpokenLookup lookup, IOptions<SpokenOptions> options)
{
    /// <summary>Reads a sentence, finds who and what is meant, and checks that it can be.</summary>
    /// <exception cref="ArgumentException">The tenant, the actor or the session is empty.</exception>
    public async Task<SpokenResult> InterpretAsync(SpokenRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Tenant == default || request.Actor == default || request.Session == Guid.Empty)
            throw new ArgumentException("A tenant, an actor and a session must be given.", nameof(request));
        var reading = SpokenReader.Read(request.Text, request.Language);
        if (reading.Failure is { } failure)
            return new SpokenResult.NotUnderstood(failure, reading.WordsLeft, Vocabulary.Of(reading.Language).Examples, reading.Language);
        var sentences = new SpokenSentences(reading.Language);
        var gaps = SpokenGaps.Of(reading, request.Choices ?? SpokenChoices.None, options.Value);
        return gaps.Count > 0
            ? new SpokenResult.Incomplete(gaps, SpokenSentences.Ask(gaps, sentences.Missing), reading.Language)
            : await ResolveAsync(request, reading, sentences, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SpokenResult> ResolveAsync(
        SpokenRequest request, SpokenReading reading, SpokenSentences sentences, CancellationToken cancellationToken)
    {
        var choices = request.Choices ?? SpokenChoices.None;
        var resolver = new SpokenResolver(lookup, request.Tenant, reading, options.Value);
        var presentation = await resolver.PresentationAsync(choices.Presentation, cancellationToken).ConfigureAwait(false);
        var patient = await resolver.PatientAsync(choices.Patient, cancellationToken).ConfigureAwait(false);
        var witness = reading.Intent == SpokenIntent.Waste
            ? await resolver.WitnessAsync(choices.Witness, cancellationToken).ConfigureAwait(false)
            : new Found<SpokenPerson>(null);
        var unknown = Doubts((presentation.Doubt, presentation.IsUnknown), (patient.Doubt, patient.IsUnknown), (witness.Doubt, witness.IsUnknown));
        if (unknown.Count > 0)
            return new SpokenResult.Unknown(unknown, SpokenSentences.Ask(unknown.Select(d => d.Slot), sentences.NotFound), reading.Language);

        var amounts = SettledAmounts.Of(reading, choices, presentation.One, sentences);
        SpokenDoubt?[] all = [presentation.Doubt, patient.Doubt, witness.Doubt, .. amounts.Doubts];
        var doubts = all.OfType<SpokenDoubt>().ToList();
        if (doubts.Count > 0)
            return new SpokenResult.Ambiguous(doubts, SpokenSentences.Ask(doubts.Select(d => d.Slot), sentences.Doubtful), reading.Language);

        return new SpokenComposer(request, reading, sentences, options.Value.LargestQuantity)
            .Compose(amounts, presentation.One!, patient.One!, witness.One);
    }

    private static List<SpokenDoubt> Doubts(params (SpokenDoubt? Doubt, bool IsUnknown)[] found) =>
        [.. found.Where(f => f.IsUnknown).Select(f => f.Doubt).OfType<SpokenDoubt>()];
}
