using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Seals transcripts into a commit and opens them again; who may is asked before.</summary>
internal sealed class TranscriptArchive(ITranscriptStore store, TextKeys keys, TranscriptIndexing indexing)
{
    private const string Segments = "segments";

    /// <summary>Keeps what was heard, brought or typed; a dictation is kept as it reads, with its marks and sections.</summary>
    public async Task AddAsync(IUnit unit, SessionSnapshot session, Transcript transcript, CancellationToken ct)
    {
        if (session.Kind == SessionKind.Dictation) transcript = DictatedTranscript.Read(transcript);
        var key = await keys.ForWritingAsync(unit, SealedTranscript.FactOf(session.Id), ct).ConfigureAwait(false);
        indexing.Put(unit, session, transcript, 1);
        store.Add(unit, new SealedTranscript(session.Id, key.Seal(Segments, JsonSerializer.SerializeToUtf8Bytes(transcript, ClinicJson.Options)), unit.Now, []));
    }

    public async Task<OpenedTranscript?> FindAsync(TenantId tenant, SessionId session, CancellationToken ct)
    {
        if (await store.FindAsync(tenant, session, ct).ConfigureAwait(false) is not { } found) return null;
        if (await keys.FindAsync(tenant, SealedTranscript.FactOf(session), ct).ConfigureAwait(false) is not { } key) return null;
        var original = Read<Transcript>(key, session, Segments, found.Document);
        var corrections = found.Corrections
            .Select(c => Read<CorrectionContent>(key, session, PartOf(c.Position), c.Content) is var content
                ? new TranscriptCorrection(c.Position, c.At, c.By) { Roles = content.Roles, Segment = content.Segment, Text = content.Text, Heard = content.Heard }
                : null!)
            .ToList();
        return new(OpenedTranscript.Corrected(original, corrections), original, corrections);
    }

    public async Task CorrectAsync(IUnit unit, SessionSnapshot of, OpenedTranscript before, TranscriptCorrection correction, CancellationToken ct)
    {
        var session = of.Id;
        var key = await keys.FindAsync(unit.Context.Tenant, SealedTranscript.FactOf(session), ct).ConfigureAwait(false)
            ?? throw new TranscriptionException(TranscriptionRules.TranscriptUnknown, ("session", session));
        if (correction is { Heard: { } heard } && of.Kind == SessionKind.Dictation) correction = correction with { Heard = DictatedTranscript.Read(heard) };
        if (correction.Roles is null) indexing.Put(unit, of, OpenedTranscript.Corrected(before.Current, [correction]), before.Version + 1);
        var content = new CorrectionContent(correction.Roles, correction.Segment, correction.Text, correction.Heard);
        store.Add(unit, session, new SealedCorrection(
            correction.Position, correction.At, correction.By, key.Seal(PartOf(correction.Position), JsonSerializer.SerializeToUtf8Bytes(content, ClinicJson.Options))));
    }

    /// <summary>Stages that the text is found by those who have a part in the session now.</summary>
    public async Task PutAsync(IUnit unit, SessionSnapshot session, CancellationToken ct)
    {
        if (indexing.IsOn && await FindAsync(unit.Context.Tenant, session.Id, ct).ConfigureAwait(false) is { } found) indexing.Put(unit, session, found.Current, found.Version);
    }

    /// <summary>Stages that nobody finds the text any more.</summary>
    public void Hide(IUnit unit, SessionId session) => indexing.Remove(unit, session);

    /// <summary>Destroys the key first, then the texts.</summary>
    public void Erase(IUnit unit, SessionId session)
    {
        keys.Destroy(unit, SealedTranscript.FactOf(session));
        store.Remove(unit, session);
    }

    private static string PartOf(int position) => FormattableString.Invariant($"correction/{position}");

    private static T Read<T>(TextKey key, SessionId session, string part, ReadOnlyMemory<byte> content) =>
        key.Open(part, content.Span) is { } clear
            ? JsonSerializer.Deserialize<T>(clear, ClinicJson.Options)!
            : throw new TranscriptionException(TranscriptionRules.TextNotGenuine, ("text", SealedTranscript.FactOf(session)));

    private sealed record CorrectionContent(IReadOnlyDictionary<string, SpeakerRole>? Roles, int? Segment, string? Text, Transcript? Heard = null);
}
