using Clinic.Transcription.Sessions;
using static Clinic.Transcription.Sessions.SessionStatus;

namespace Clinic.Transcription.Tests.Sessions;

/// <summary>Every status by every trigger, against a table of the tests' own.</summary>
public class SessionLifecycleTests
{
    private static readonly Dictionary<SessionStatus, string> Table = new()
    {
        [Created] = "GrantConsent>Ready RefuseConsent>Cancelled Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Ready] = "GrantConsent>Ready NarrowConsent>Ready RefuseConsent>Cancelled StartRecording>Recording BeginImport>Ready ImportAudio>Captured BringTranscript>Transcribed FindNoSpeech>NoSpeech RetentionExpired>Purged Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Recording] = "GrantConsent>Recording NarrowConsent>Recording Pause>Paused Stop>Captured CaptureLost>Captured Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Paused] = "GrantConsent>Paused NarrowConsent>Paused Resume>Recording Stop>Captured CaptureLost>Captured Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Captured] = "GrantConsent>Captured NarrowConsent>Captured BeginTranscription>Transcribing BringTranscript>Transcribed AudioErased>Captured RetentionExpired>Purged Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Transcribing] = "GrantConsent>Transcribing NarrowConsent>Transcribing TranscriptReady>Transcribed FindNoSpeech>NoSpeech Fail>Captured GiveUp>TranscriptionFailed Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Transcribed] = "GrantConsent>Transcribed NarrowConsent>Transcribed HearAnew>Transcribed HeardAnew>Transcribed KeepText>Transcribed AudioErased>Transcribed RetentionExpired>Purged Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [NoSpeech] = "GrantConsent>NoSpeech NarrowConsent>NoSpeech Retry>Captured BringTranscript>Transcribed AudioErased>NoSpeech RetentionExpired>Purged Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [TranscriptionFailed] = "GrantConsent>TranscriptionFailed NarrowConsent>TranscriptionFailed Retry>Captured BringTranscript>Transcribed AudioErased>TranscriptionFailed RetentionExpired>Purged Cancel>Cancelled WithdrawConsent>ConsentWithdrawn",
        [Cancelled] = "AudioErased>Cancelled WithdrawConsent>ConsentWithdrawn",
        [ConsentWithdrawn] = "AudioErased>ConsentWithdrawn",
        [Purged] = "AudioErased>Purged WithdrawConsent>ConsentWithdrawn",
    };

    public static TheoryData<SessionStatus, SessionTrigger> Pairs { get; } =
        new(from status in Enum.GetValues<SessionStatus>() from trigger in Enum.GetValues<SessionTrigger>() select (status, trigger));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_trigger_moves_every_status_as_the_table_says(SessionStatus status, SessionTrigger trigger)
    {
        var moves = Table[status].Split(' ').Select(m => m.Split('>')).ToDictionary(m => Enum.Parse<SessionTrigger>(m[0]), m => Enum.Parse<SessionStatus>(m[1]));

        Assert.Equal(moves.ContainsKey(trigger), SessionLifecycle.Allowed(status).Contains(trigger));
        if (moves.TryGetValue(trigger, out var next)) Assert.Equal(next, SessionLifecycle.Next(status, trigger));
        else
        {
            var refusal = Assert.Throws<TranscriptionException>(() => SessionLifecycle.Next(status, trigger));
            Assert.Equal(TranscriptionRules.SessionTransitionRefused, refusal.Code);
            Assert.Contains(trigger.ToString(), refusal.Message, StringComparison.Ordinal);
        }
    }
}
