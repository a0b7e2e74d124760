using System.Text;
using Clinic.Abstractions;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Importing;

/// <summary>Takes transcripts from elsewhere or typed ones, where no engine listens or none could.</summary>
public sealed class TranscriptIntake
{
    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly SessionEffects effects;
    private readonly TranscriptArchive archive;
    private readonly TranscriptionOptions options;

    internal TranscriptIntake(IUnitOfWork work, ISessionStore sessions, SessionEffects effects, TranscriptArchive archive, TranscriptionOptions options)
    {
        this.work = work;
        this.sessions = sessions;
        this.effects = effects;
        this.archive = archive;
        this.options = options;
    }

    /// <summary>Reads a transcript and keeps it encrypted; a file in which nobody speaks ends in <see cref="SessionStatus.NoSpeech"/>.</summary>
    /// <exception cref="TranscriptionException">The content is wrong, consent is missing, or the status does not allow it; everything is named.</exception>
    public Task<SessionAnswer> BringAsync(CommandContext x, BringTranscript command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);
    }

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<SessionAnswer> StageAsync(IUnit unit, BringTranscript command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (x, failures) = (unit.Context, new Failures());
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.BringTranscript);
        var before = command.Session == default ? null : await sessions.FindAsync(x.Tenant, command.Session, cancellationToken).ConfigureAwait(false);
        if (before is null || before.ToSnapshot().Site != x.Site) throw failures.With(TranscriptionRules.SessionUnknown, ("session", command.Session));
        failures.Require(before.IsPartOf(x.Actor), TranscriptionRules.NotYourSession,
            ("action", TranscriptionAct.BringTranscript), ("session", command.Session), ("allowed", "Physician, Assistant"));
        failures.Require(command.Version is null || command.Version == before.Version, TranscriptionRules.StaleSession,
            ("session", command.Session), ("asked", command.Version), ("found", before.Version));
        var transcript = Read(command, before.ToSnapshot().Language, failures);
        var source = command.IsTyped ? "typed" : "import";
        var silent = !command.IsTyped && transcript is not null && !SpeechGate.HasSpeech(transcript, options.Sessions.FewestWords) && before.Status == SessionStatus.Ready;
        var after = silent ? before.FoundNoSpeech(failures, source, options.Sessions, unit.Now) : before.Brought(failures, source, options.Sessions, unit.Now);
        failures.ThrowIfAny();
        if (!silent) await archive.AddAsync(unit, before.ToSnapshot(), transcript!, cancellationToken).ConfigureAwait(false);
        return await effects.SaveAsync(unit, before, after, silent ? "no-speech-found" : "transcript-brought", cancellationToken).ConfigureAwait(false);
    }

    private static Transcript? Read(BringTranscript command, string language, Failures failures)
    {
        try
        {
            var read = command.IsTyped ? TranscriptImporter.ReadTyped(command.Content, language) : TranscriptImporter.Read(Encoding.UTF8.GetBytes(command.Content), language);
            failures.Require(!command.IsTyped || read.Transcript.Segments.Count > 0, TranscriptionRules.ImportEmpty);
            return read.Transcript;
        }
        catch (TranscriptionException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure.Code, [.. failure.Facts.Select(f => (f.Key, (object?)f.Value))]);
            return null;
        }
    }
}
