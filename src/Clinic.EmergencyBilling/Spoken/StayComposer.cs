using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Spoken.Reading;
using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Makes the command and its confirmation out of resolved parts, unless they cannot be.</summary>
internal sealed class StayComposer(StaySentence sentence, StayReading reading, StaySentences sentences, Instant now, Duration skew, SpokenStayOptions options)
{
    private const int LongestReason = 300;

    private readonly StayChoices choices = sentence.Choices ?? StayChoices.None;

    public StayHearing Compose(StayPatient patient, StayOfPatient stay)
    {
        var failures = new Failures();
        failures.Require(Fits(stay.Status), EmergencyBillingRules.SpokenWrongStatus, ("trigger", Trigger()), ("status", stay.Status));
        var reason = choices.Reason ?? reading.Reason;
        failures.Require(reason is null || reason.Length <= LongestReason, EmergencyBillingRules.SpokenReasonTooLong, ("found", reason?.Length), ("allowed", LongestReason));
        var moments = new StayMoments(stay, now, skew, options);
        var candidates = reading.Time is SaidTime.Ago or SaidTime.Clock ? moments.Of(reading.Time, failures) : [];
        if (failures.Count > 0) return new StayHearing.Impossible([.. failures.All], reading.Intent, reading.Language);
        if (candidates.Count > 1 && choices.At is { } at && candidates.FirstOrDefault(m => m.At == at) is { } chosen) candidates = [chosen];
        if (candidates.Count > 1)
        {
            var times = candidates.Select(m => new StayChoice(null, m.At, m.Local!.Choice == LocalChoice.Strict ? StaySentences.Local(m.At, moments.Zone, now) : StaySentences.WithOffset(m.At, moments.Zone)));
            return new StayHearing.Ambiguous([new(StaySlot.Time, [.. times])], sentences.Doubtful(StaySlot.Time), reading.Intent, reading.Language);
        }

        return Understood(patient, stay, candidates is [var when] ? when : null, reason, moments.Zone);
    }

    private StayHearing.Understood Understood(StayPatient patient, StayOfPatient stay, StayMoment? when, string? reason, DateTimeZone zone)
    {
        var whom = sentences.Whom(patient, sentences.Arrived(StaySentences.Local(stay.RegisteredAt, zone, now)));
        var command = Command(stay.Id, when, reason);
        var confirmation = sentences.Confirm(
            reading.Intent, whom, when is null ? null : sentences.At(StaySentences.Local(when.At, zone, now)),
            command is PauseStay pause ? sentences.Reason(pause.Kind, pause.Reason) : command is AbandonStay ? null : reason,
            Disposition is { } disposition ? sentences.Disposition(disposition) : null);
        return new(command, patient.Id, confirmation, Id(stay, when), reading.Intent, reading.Language);
    }

    private Disposition? Disposition => reading.Intent == StayIntent.Close ? choices.Disposition ?? reading.Disposition : null;

    private TimedStayCommand Command(StayId stay, StayMoment? when, string? reason)
    {
        TimedStayCommand command = reading.Intent switch
        {
            StayIntent.Start => new StartStay { Stay = stay },
            StayIntent.Pause => new PauseStay { Stay = stay, Kind = choices.Pause ?? reading.Pause ?? PauseKind.Other },
            StayIntent.Resume => new ResumeStay { Stay = stay },
            _ when Disposition is Stays.Disposition.LeftWithoutBeingSeen or Stays.Disposition.AgainstAdvice => new AbandonStay { Stay = stay, Disposition = Disposition.Value },
            _ => new CloseStay { Stay = stay, Disposition = Disposition!.Value },
        };
        // Who leaves on their own gives no other reason than that they left.
        if (command is AbandonStay) reason ??= reading.DispositionSaid ?? sentences.Disposition(Disposition!.Value);
        return command with { Source = StaySource.Voice, Reason = reason, At = when is { Local: null } ? when.At : null, AtLocal = when?.Local };
    }

    private bool Fits(StayStatus status) => reading.Intent switch
    {
        StayIntent.Start => status == StayStatus.Registered,
        StayIntent.Pause => status == StayStatus.Running,
        StayIntent.Resume => status == StayStatus.Paused,
        _ => status is StayStatus.Running or StayStatus.Paused,
    };

    private StayTrigger Trigger() => reading.Intent switch
    {
        StayIntent.Start => StayTrigger.Start,
        StayIntent.Pause => StayTrigger.Pause,
        StayIntent.Resume => StayTrigger.Resume,
        _ => StayTrigger.Close,
    };

    // The version of the stay stands in place of a session: until the command is carried out, saying it again is the same act; afterwards it is another.
    private CommandId Id(StayOfPatient stay, StayMoment? when) => Fingerprint.Of(
    [
        "emergency.clock", sentence.Tenant.ToString(), sentence.Actor.ToString(), reading.Normal, reading.Intent.ToString(), stay.Id.ToString(),
        stay.Version.ToString(CultureInfo.InvariantCulture), choices.Pause?.ToString() ?? "", choices.Reason ?? "", choices.Disposition?.ToString() ?? "",
        // "Ten minutes ago" is the same however long the confirmation takes; a time of day is a certain one.
        when?.Local is { } local ? local.ToString() : "",
    ]);
}
