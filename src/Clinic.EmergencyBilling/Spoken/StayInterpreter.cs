using Clinic.Abstractions;
using Clinic.EmergencyBilling.Spoken.Reading;
using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Understands sentences such as "pausar el conteo de … por procedimiento"; writes nothing and guesses nothing.</summary>
/// <remarks>
/// An <see cref="StayHearing.Understood"/> command must still be confirmed by the speaker and then sent under its fingerprint.
/// Any text gives a result; only the lookup may throw. Safe for use by many threads.
/// </remarks>
public sealed class StayInterpreter(IStayLookup lookup, IClock clock, IOptions<EmergencyBillingOptions> billing, IOptions<SpokenStayOptions> options)
{
    /// <summary>Reads a sentence, finds whose clock is meant, and checks that it can be.</summary>
    /// <exception cref="ArgumentException">The tenant or the actor is empty, or a confidence is not 0 to 1.</exception>
    public async Task<StayHearing> InterpretAsync(StaySentence sentence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Tenant == default || sentence.Actor == default) throw new ArgumentException("A tenant and an actor must be given.", nameof(sentence));
        if (sentence.Confidence is < 0 or > 1) throw new ArgumentException("A confidence lies between 0 and 1.", nameof(sentence));
        var reading = StayReader.Read(sentence.Text, sentence.Language);
        if (reading.Failure is { } failure) return NotUnderstood(failure, reading);
        // Nobody is looked up for a sentence that may be another one.
        if (sentence.Confidence < options.Value.LeastConfidence)
            return NotUnderstood(new(EmergencyBillingRules.SpokenUnsure, ("found", sentence.Confidence), ("allowed", options.Value.LeastConfidence)), reading);
        var sentences = new StaySentences(reading.Language);
        var choices = sentence.Choices ?? StayChoices.None;
        var gaps = Gaps(reading, choices);
        if (gaps.Count > 0) return new StayHearing.Incomplete(gaps, string.Join(' ', gaps.Select(sentences.Missing)), reading.Intent, reading.Language);
        var (patient, doubtful) = await PatientAsync(sentence, reading, sentences, cancellationToken).ConfigureAwait(false);
        return patient is null ? doubtful! : await StayAsync(sentence, reading, sentences, patient, cancellationToken).ConfigureAwait(false);
    }

    private static StayHearing.NotUnderstood NotUnderstood(RuleFailure failure, StayReading reading) =>
        new(failure, StayVocabulary.Of(reading.Language).Examples, reading.Language);

    private static List<StaySlot> Gaps(StayReading reading, StayChoices choices)
    {
        var gaps = new List<StaySlot>();
        if (reading.Patient.Count == 0 && choices.Patient is null) gaps.Add(StaySlot.Patient);
        var isOther = (choices.Pause ?? reading.Pause) == PauseKind.Other;
        if (reading.Intent == StayIntent.Pause && ((choices.Pause ?? reading.Pause) is null || (isOther && string.IsNullOrWhiteSpace(choices.Reason ?? reading.Reason)))) gaps.Add(StaySlot.Reason);
        if (reading.Intent == StayIntent.Close && (choices.Disposition ?? reading.Disposition) is null) gaps.Add(StaySlot.Disposition);
        return gaps;
    }

    private async Task<(StayPatient?, StayHearing?)> PatientAsync(StaySentence sentence, StayReading reading, StaySentences sentences, CancellationToken ct)
    {
        StayHearing Unknown(params IReadOnlyList<StayChoice> near) =>
            new StayHearing.Unknown([new(StaySlot.Patient, near)], sentences.NotFound(StaySlot.Patient), reading.Intent, reading.Language);

        if (sentence.Choices?.Patient is { } chosen)
            return await lookup.FindPatientAsync(sentence.Tenant, chosen, ct).ConfigureAwait(false) is { } one ? (one, null) : (null, Unknown());
        var (fit, found) = await new StayPatientFinder(lookup, sentence.Tenant, reading).FindAsync(ct).ConfigureAwait(false);
        if (fit == NameFit.Exact && found.Count == 1) return (found[0], null);
        var offered = await OfferAsync(sentence.Tenant, found, sentences, ct).ConfigureAwait(false);
        if (fit is NameFit.None or NameFit.Near) return (null, Unknown(offered));
        return (null, new StayHearing.Ambiguous([new(StaySlot.Patient, offered)], sentences.Doubtful(StaySlot.Patient), reading.Intent, reading.Language));
    }

    // Who is here comes first, with the time of arrival; the others by name.
    private async Task<IReadOnlyList<StayChoice>> OfferAsync(TenantId tenant, IReadOnlyList<StayPatient> found, StaySentences sentences, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var offered = new List<(bool IsHere, StayPatient Patient, string Text)>();
        foreach (var patient in found.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id.Value).Take(options.Value.MostChoices))
        {
            var stays = await lookup.OpenStaysAsync(tenant, patient.Id, ct).ConfigureAwait(false);
            var arrived = stays.Count == 0 ? null : sentences.Arrived(StaySentences.Local(stays[0].RegisteredAt, DateTimeZoneProviders.Tzdb[stays[0].Zone], now));
            offered.Add((stays.Count > 0, patient, sentences.Whom(patient, arrived)));
        }

        return [.. offered.OrderByDescending(o => o.IsHere).Select(o => new StayChoice(o.Patient.Id.Value, null, o.Text))];
    }

    private async Task<StayHearing> StayAsync(StaySentence sentence, StayReading reading, StaySentences sentences, StayPatient patient, CancellationToken ct)
    {
        var open = (await lookup.OpenStaysAsync(sentence.Tenant, patient.Id, ct).ConfigureAwait(false)).OrderBy(s => s.RegisteredAt).ThenBy(s => s.Id.Value).ToList();
        if (open.Count == 0) return new StayHearing.Impossible([new(EmergencyBillingRules.SpokenNoStay)], reading.Intent, reading.Language);
        var now = clock.GetCurrentInstant();
        var stay = open[0];
        if (sentence.Choices?.Stay is { } chosen)
        {
            if (open.Find(s => s.Id == chosen) is not { } one)
                return new StayHearing.Unknown([new(StaySlot.Stay, [])], sentences.NotFound(StaySlot.Stay), reading.Intent, reading.Language);
            stay = one;
        }
        else if (open.Count > 1)
        {
            var offered = open.Take(options.Value.MostChoices).Select(s => new StayChoice(
                s.Id.Value, null, $"{sentences.Status(s.Status)}, {sentences.Arrived(StaySentences.Local(s.RegisteredAt, DateTimeZoneProviders.Tzdb[s.Zone], now))}"));
            return new StayHearing.Ambiguous([new(StaySlot.Stay, [.. offered])], sentences.Doubtful(StaySlot.Stay), reading.Intent, reading.Language);
        }

        return new StayComposer(sentence, reading, sentences, now, billing.Value.ClockSkew, options.Value).Compose(patient, stay);
    }
}
