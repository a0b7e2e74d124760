using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Retention;

public sealed class PatientEraserTests
{
    [Fact]
    public async Task Everything_goes_and_the_proof_names_it()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (heard, recorded, over) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.RecordedAsync(), await surgery.InAsync(SessionStatus.ConsentWithdrawn));

        var answer = await EraseAsync(surgery);

        Assert.Equal((3, 3, 0), (answer.Sessions, answer.Destroyed, answer.Kept));
        foreach (var session in (SessionId[])[heard, recorded, over])
        {
            Assert.Equal((SessionStatus.ConsentWithdrawn, AudioPresence.Erased, false), await surgery.FindAsync(session) is var s ? (s.Status, s.Audio, s.HasTranscript) : default);
            Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        }

        var proof = Assert.Single(await surgery.Get<PatientEraser>().ProofsAsync(surgery.As("auditor"), surgery.Patient, Surgery.Ct));
        Assert.Equal(answer.Erasure, proof.Id);
        Assert.Equal([("audio", heard.Value), ("audio", recorded.Value), ("transcript", heard.Value)],
            proof.Destroyed.Select(d => (d.Kind, d.Id)).OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id == heard.Value ? 0 : 1));
        Assert.All(proof.Destroyed.Where(d => d.Kind == "transcript"), d => Assert.Equal(64, d.Sha256.Length));
        Assert.Equal(0, (await surgery.Get<ITranscriptIndex>().FindStateAsync(surgery.Tenant, Surgery.Ct))!.Entries);
        Assert.Equal(3, (await surgery.Get<IErasureLedger>().ListAsync(surgery.Tenant, Surgery.Ct)).Count);
        Assert.Contains((await surgery.AuditAsync()).Items, e => e.Action == "patient.erased" && e.Subject == proof.Fact);
    }

    [Fact]
    public async Task A_legal_hold_stops_all_of_it_before_anything_goes()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (free, held) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        await surgery.RunAsync(new HoldSession { Session = held, Reason = "court" }, "supervisor");

        Assert.Equal(TranscriptionRules.LegalHoldStands, (await Assert.ThrowsAsync<TranscriptionException>(() => EraseAsync(surgery))).Code);

        Assert.All((SessionStatus[])[(await surgery.FindAsync(free)).Status, (await surgery.FindAsync(held)).Status], s => Assert.Equal(SessionStatus.Transcribed, s));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await using var surgery = await Surgery.OpenAsync();
        await surgery.InAsync(SessionStatus.Transcribed);
        var x = surgery.As("supervisor");

        var first = await EraseAsync(surgery, x: x);

        var later = await surgery.InAsync(SessionStatus.Transcribed);
        Assert.Equal(first, await EraseAsync(surgery, x: x));
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(later)).Status);
        Assert.Single(await surgery.Get<PatientEraser>().ProofsAsync(surgery.As("supervisor"), surgery.Patient, Surgery.Ct));
    }

    [Fact]
    public async Task Only_a_supervisor_erases_and_only_a_known_patient()
    {
        await using var surgery = await Surgery.OpenAsync();

        foreach (var who in (string[])["physician", "administrator", "auditor", "nurse"])
            Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() => EraseAsync(surgery, x: surgery.As(who)))).Code);
        Assert.Equal(TranscriptionRules.PatientUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() => EraseAsync(surgery, new(Guid.CreateVersion7())))).Code);
        Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() =>
            surgery.Get<PatientEraser>().ProofsAsync(surgery.As("physician"), surgery.Patient, Surgery.Ct))).Code);
    }

    private static Task<PatientErasureAnswer> EraseAsync(Surgery surgery, PatientId? patient = null, CommandContext? x = null) =>
        surgery.Get<PatientEraser>().EraseAsync(x ?? surgery.As("supervisor"), new() { Patient = patient ?? surgery.Patient, Given = new(ConsentGiver.Patient, ConsentManner.OnPaper) }, Surgery.Ct);
}
