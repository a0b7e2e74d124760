using Clinic.Abstractions;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Recorders;

/// <summary>Reads and keeps how the actor likes to record; nobody does it for somebody else.</summary>
public sealed class RecorderDesk
{
    private readonly IUnitOfWork work;
    private readonly IRecorderStore store;
    private readonly TranscriptionOptions options;

    internal RecorderDesk(IUnitOfWork work, IRecorderStore store, TranscriptionOptions options) => (this.work, this.store, this.options) = (work, store, options);

    /// <summary>The actor's settings; the clinic's where nothing was chosen.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public async Task<RecorderSettings> FindAsync(CommandContext x, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        Check(x.Actor).ThrowIfAny();
        return await store.FindAsync(x.Tenant, x.Actor.Person, cancellationToken).ConfigureAwait(false) ?? new(x.Actor.Person, RecorderQuality.Speech, options.Language, 0);
    }

    /// <summary>Keeps the actor's settings.</summary>
    /// <exception cref="TranscriptionException">A field is malformed, the version is stale, or the role is missing.</exception>
    public Task<RecorderAnswer> ChooseAsync(CommandContext x, ChooseRecorder command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<RecorderAnswer> StageAsync(IUnit unit, ChooseRecorder command, CancellationToken ct)
    {
        var failures = Check(unit.Context.Actor);
        failures.OptionalText("device", command.Device, 200);
        failures.Field("quality", Enum.IsDefined(command.Quality), command.Quality, string.Join(", ", Enum.GetNames<RecorderQuality>()));
        failures.Field("language", command.Language is "es" or "en", command.Language, "es or en");
        var person = unit.Context.Actor.Person;
        var stored = (await store.FindAsync(unit.Context.Tenant, person, ct).ConfigureAwait(false))?.Version ?? 0;
        failures.Require(command.Version is null || command.Version == stored, TranscriptionRules.StaleRecorder, ("asked", command.Version), ("found", stored));
        failures.ThrowIfAny();
        var next = new RecorderSettings(person, command.Quality, command.Language, stored + 1) { Device = command.Device };
        store.Save(unit, next);
        unit.Audit("recorder.chosen", next.Fact, $"{next.Quality}, {next.Language}");
        return new(next.Version);
    }

    private static Failures Check(Actor actor)
    {
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, actor, TranscriptionAct.BringTranscript);
        return failures;
    }
}
