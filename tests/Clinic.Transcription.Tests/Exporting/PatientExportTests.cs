using System.IO.Compression;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Exporting;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Exporting;

public sealed class PatientExportTests
{
    [Fact]
    public async Task A_patient_takes_along_texts_corrections_consents_access_and_audio()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (typed, recorded) = (await surgery.CreateAsync(), await surgery.RecordedAsync());
        await surgery.GrantAsync(typed);
        await surgery.TypeAsync(typed);
        await surgery.Get<TranscriptDesk>().CorrectAsync(surgery.As("physician"), new() { Session = typed, Version = 1, Segment = 1, Text = "Me duele la rodilla." }, Surgery.Ct);
        await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("assistant"), typed, Surgery.Ct);

        using var zip = await ExportAsync(surgery);

        Assert.Equal([$"audio/{recorded}.pcm", "patient.json"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(320_000, zip.GetEntry($"audio/{recorded}.pcm")!.Length);
        await using var json = await zip.GetEntry("patient.json")!.OpenAsync(Surgery.Ct);
        var document = (await JsonSerializer.DeserializeAsync<PatientDocument>(json, ClinicJson.Options, Surgery.Ct))!;
        Assert.Equal((PatientDocument.CurrentForm, surgery.Patient, 2), (document.Form, document.Patient, document.Sessions.Count));
        var session = document.Sessions.Single(s => s.Session.Id == typed);
        Assert.Single(session.Consents);
        Assert.Equal("Me duele la rodilla.", session.Transcript!.Current.Segments[1].Text);
        Assert.Contains("garganta", session.Transcript.Original.Segments[1].Text, StringComparison.Ordinal);
        Assert.Contains(session.Access, a => a.Action == "transcript.read" && a.Actor == surgery.Person("assistant"));
        Assert.Contains((await surgery.AuditAsync()).Items, e => e.Action == "patient.exported");
    }

    [Fact]
    public async Task Nothing_leaves_without_the_role_or_the_patient()
    {
        await using var surgery = await Surgery.OpenAsync();
        using var output = new MemoryStream();

        foreach (var who in (string[])["physician", "assistant", "administrator", "auditor", "nurse"])
            Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() =>
                surgery.Get<PatientExport>().WriteAsync(surgery.As(who), surgery.Patient, output, Surgery.Ct))).Code);
        Assert.Equal(TranscriptionRules.PatientUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() =>
            surgery.Get<PatientExport>().WriteAsync(surgery.As("supervisor"), new(Guid.CreateVersion7()), output, Surgery.Ct))).Code);

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task What_was_erased_is_not_in_an_export()
    {
        await using var surgery = await Surgery.OpenAsync();
        await surgery.InAsync(SessionStatus.ConsentWithdrawn);

        using var zip = await ExportAsync(surgery);

        Assert.Equal("patient.json", Assert.Single(zip.Entries).FullName);
    }

    private static async Task<ZipArchive> ExportAsync(Surgery surgery)
    {
        var output = new MemoryStream();
        await surgery.Get<PatientExport>().WriteAsync(surgery.As("supervisor"), surgery.Patient, output, Surgery.Ct);
        output.Position = 0;
        return new ZipArchive(output, ZipArchiveMode.Read);
    }
}
