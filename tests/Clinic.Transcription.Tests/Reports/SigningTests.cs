using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Tests.Reports;

public class SigningTests
{
    [Fact]
    public async Task Everything_that_keeps_a_report_from_being_signed_is_told_at_once()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        await room.DoAsync(new SuggestEdits { Report = report, Changes = [new StatementChange.Remove(1)] }, room.Assistant);
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Remove(4)] });
        room.Source = room.Source! with { IsWithdrawn = true };

        var refusal = await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report }));

        Assert.Equal(
            [TranscriptionRules.FieldInvalid, TranscriptionRules.SectionsMissing, TranscriptionRules.StatementsUnseen, TranscriptionRules.SuggestionsOpen, TranscriptionRules.SignedAfterWithdrawal],
            refusal.Failures.Select(f => f.Code));
    }

    [Fact]
    public async Task A_signature_is_over_what_was_read_and_anything_else_breaks_it()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        await room.SeeAllAsync(report);
        var read = (await room.FindAsync(report)).Version;
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Reword(1, "Odinofagia.")] });
        Assert.Equal(TranscriptionRules.StaleReport, (await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = read }))).Code);

        var command = new SignReport { Report = report, Version = read + 1 };
        var x = room.As(room.Physician);
        var signed = await room.Desk.RunAsync(x, command, Consulting.Ct);
        Assert.Equal(signed, await room.Desk.RunAsync(x, command, Consulting.Ct));
        Assert.Equal((ReportStatus.Signed, 1), (signed.Status, signed.SignedVersions));
        Assert.Equal(TranscriptionRules.ReportTransitionRefused, (await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = signed.Version }))).Code);

        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.True(Assert.Single(view.Signatures).IsGenuine);
        var state = await room.StateAsync(report);
        var signatures = room.Get<ISignatureProvider>();
        var version = state.Versions[0];
        SignedVersion[] forged =
        [
            version with { Statements = [.. version.Statements.Select(s => s.Section == ReportSection.Plan ? s with { Text = "Paracetamol 1 g cada 8 horas." } : s)] },
            version with { Statements = [.. version.Statements.Select(s => s with { Polarity = Polarity.Negated })] },
            version with { Statements = [.. version.Statements.Select(s => s with { Evidence = [] })] },
            version with { Reason = "otra" },
            version with { Signature = version.Signature with { At = version.Signature.At + Duration.FromMinutes(1) } },
            version with { Signature = version.Signature with { Signer = new(Guid.CreateVersion7()) } },
        ];
        foreach (var other in forged) Assert.False(await signatures.VerifyAsync(version.Signature, ReportContent.Of(state, other).Written.ToArray(), Consulting.Ct));
        foreach (var other in new[] { state with { Patient = new(Guid.CreateVersion7()) }, state with { Physician = new(Guid.CreateVersion7()) }, state with { Language = "en" } })
            Assert.False(await signatures.VerifyAsync(version.Signature, ReportContent.Of(other, version).Written.ToArray(), Consulting.Ct));
        using var strange = SignatureKeyRing.Random();
        Assert.False(await new LocalSignatures(strange).VerifyAsync(version.Signature, ReportContent.Of(state, version).Written.ToArray(), Consulting.Ct));
    }

    [Fact]
    public async Task A_signed_report_is_filed_once_with_its_diagnoses_and_treatments()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.FiledAsync();

        var filing = Assert.Single(room.Taken);
        Assert.Equal($"{report}/v1", filing.IdempotencyKey);
        Assert.Equal(["Faringitis."], filing.Diagnoses.Select(d => d.Text));
        Assert.Equal(["Paracetamol 500 mg cada 8 horas."], filing.Treatments.Select(d => d.Text));
        Assert.Equal([(EntityKind.Diagnosis, "faringitis", null), (EntityKind.Drug, "paracetamol", "cada 8 horas")], filing.Entities.Select(e => (e.Kind, e.Term!, e.Frequency)));
        var state = await room.StateAsync(report);
        Assert.Equal((ReportStatus.Filed, $"record/{report}/v1", null), (state.Status, state.Versions[0].RecordId, state.NextAttempt));
        Assert.Equal(TranscriptionRules.NothingToFile, (await Consulting.RefusedAsync(room.DoAsync(new FileReport { Report = report }))).Code);
    }

    [Fact]
    public async Task A_record_that_is_down_gets_the_report_later_and_under_the_same_key()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.SignedAsync();
        room.RecordTrouble = new ProviderException("record", new(FailureKind.Unavailable, Retryable: true));
        await room.WorkAsync();
        Assert.Equal((ReportStatus.FilingFailed, FailureKind.Unavailable), ((await room.StateAsync(report)).Status, (await room.StateAsync(report)).LastFailure));
        room.RecordTrouble = new InvalidOperationException("boom");
        room.Clock.Advance(Duration.FromMinutes(1));
        await room.WorkAsync();
        Assert.Equal((ReportStatus.FilingFailed, FailureKind.Unknown), ((await room.StateAsync(report)).Status, (await room.StateAsync(report)).LastFailure));

        room.RecordTrouble = null;
        await room.DoAsync(new FileReport { Report = report });
        Assert.Equal(new JobReport(1), await room.WorkAsync());
        Assert.Equal((ReportStatus.Filed, $"{report}/v1"), ((await room.StateAsync(report)).Status, Assert.Single(room.Taken).IdempotencyKey));
    }

    [Fact]
    public async Task An_amendment_is_a_further_signed_version_and_the_one_before_stays()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.FiledAsync();
        var amend = new AmendReport { Report = report, Kind = VersionKind.Corrected, Reason = "Dosis mal anotada", Changes = [new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas.")] };
        Assert.Equal(
            TranscriptionRules.NothingAmended,
            (await Consulting.RefusedAsync(room.DoAsync(amend with { Changes = [new StatementChange.See([1])] }))).Code);
        Assert.Equal(
            [TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid],
            (await Consulting.RefusedAsync(room.DoAsync(amend with { Kind = VersionKind.Original, Reason = "" }))).Failures.Select(f => f.Code));

        // Nothing new is signed by the reason alone: each blocker is named and wants words of its own.
        var refusal = Assert.Single((await Consulting.RefusedAsync(room.DoAsync(amend))).Failures);
        Assert.Equal((TranscriptionRules.BlockersOpen, "4"), (refusal.Code, refusal.Facts["statements"]));
        Assert.Equal(
            [TranscriptionRules.FindingUnknown, TranscriptionRules.BlockersOpen],
            (await Consulting.RefusedAsync(room.DoAsync(amend with { Overrides = new Dictionary<string, string> { ["dose-1"] = "Así se acordó." } }))).Failures.Select(f => f.Code));
        Assert.Single((await room.StateAsync(report)).Versions);

        await room.AmendAsync(amend, "Se acordó por teléfono.");
        await room.DoAsync(new AddAddendum { Report = report, Text = "Llamó por teléfono: sin fiebre." });
        await room.WorkAsync();
        await room.WorkAsync();

        var state = await room.StateAsync(report);
        Assert.Equal((ReportStatus.Filed, null), (state.Status, state.NextAttempt));
        Assert.Equal(["Paracetamol 500 mg cada 8 horas.", "Paracetamol 650 mg cada 8 horas."], state.Versions.Select(v => v.Statements[^1].Text));
        Assert.Equal([$"{report}/v1", $"{report}/v2", $"{report}/v2/a1"], room.Taken.Select(t => t.IdempotencyKey));
        Assert.Equal($"record/{report}/v1", room.Taken[1].Replaces);
        Assert.Equal(2, Assert.Single(state.Edits).SignedIn);
        Assert.Equal("Se acordó por teléfono.", Assert.Single(state.Overrides).Words);
        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Equal([new(1, null), new(2, null), new(2, 1)], view.Signatures.Select(s => s.Part));
        Assert.All(view.Signatures, s => Assert.True(s.IsGenuine));

        Assert.Equal(TranscriptionRules.RoleMissing, (await Consulting.RefusedAsync(room.DoAsync(new EnterReportInError { Report = report, Reason = "Otro paciente" }))).Code);
        Assert.Equal(ReportStatus.EnteredInError, (await room.DoAsync(new EnterReportInError { Report = report, Reason = "Otro paciente" }, room.Supervisor)).Status);
        Assert.Equal(2, (await room.StateAsync(report)).Versions.Count);
    }

    [Theory]
    [InlineData("Paracetamol 500 mg cada 12 horas.", EntityKind.Drug, Polarity.Affirmed, "paracetamol", 500, "cada 12 horas")]
    [InlineData("No tomar ibuprofeno 600 mg.", EntityKind.Drug, Polarity.Negated, "ibuprofeno", 600, null)]
    [InlineData("Suspender el enalapril de 20 mg.", EntityKind.Drug, Polarity.Negated, "enalapril", 20, null)]
    public void What_is_filed_in_parts_is_what_the_signed_text_says(string text, EntityKind kind, Polarity polarity, string term, int value, string? frequency)
    {
        var entity = Assert.Single(SignedEntities.Of([new(1, ReportSection.Plan, text, StatementOrigin.Changed)], "es"));

        Assert.Equal((kind, polarity, term, value, "mg", frequency), (entity.Kind, entity.Polarity, entity.Term, entity.Value, entity.Unit, entity.Frequency));
    }

    [Fact]
    public void A_drug_among_the_allergies_is_filed_as_one() =>
        Assert.Equal((EntityKind.Allergy, "penicilina"), Assert.Single(SignedEntities.Of([new(1, ReportSection.Allergies, "Penicilina.", StatementOrigin.Written)], "es")) is var e ? (e.Kind, e.Term) : default);

    [Fact]
    public async Task What_needs_no_recording_is_checked_without_one()
    {
        var room = await Consulting.OpenAsync();
        room.Source = room.Source! with { Words = null };
        var manual = (await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source.Session, IsManual = true }, Consulting.Ct)).Report;
        await room.DoAsync(new EditReport { Report = manual, Changes = [new StatementChange.Insert(ReportSection.Plan, "Amoxicilina 500 mg cada 8 horas."), new StatementChange.Insert(ReportSection.Plan, "Paracetamol 8000 mg cada 8 horas.")] });

        Assert.Equal([("allergy", 1), ("dose-range", 2)], (await room.StateAsync(manual)).Findings.Where(f => f.Severity == Severity.Blocker).Select(f => (f.Rule, f.Statement!.Value)));
    }

    [Fact]
    public async Task What_an_amendment_or_an_addendum_prescribes_is_checked_after_the_words_of_the_session_are_gone()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.FiledAsync();
        room.Source = room.Source! with { Words = null };
        await room.AmendAsync(new() { Report = report, Kind = VersionKind.Amended, Reason = "Otitis", Changes = [new StatementChange.Insert(ReportSection.Plan, "Amoxicilina 500 mg cada 8 horas.")] }, "Alergia descartada por pruebas.");

        var add = new AddAddendum { Report = report, Text = "Se indica ampicilina 500 mg cada 6 horas." };
        var refusal = Assert.Single((await Consulting.RefusedAsync(room.DoAsync(add))).Failures);
        Assert.Equal(TranscriptionRules.BlockersOpen, refusal.Code);
        Assert.Equal(
            [TranscriptionRules.FindingUnknown, TranscriptionRules.BlockersOpen],
            (await Consulting.RefusedAsync(room.DoAsync(add with { Overrides = new Dictionary<string, string> { ["allergy-1"] = "x" } }))).Failures.Select(f => f.Code));
        await room.DoAsync(add with { Overrides = new Dictionary<string, string> { [refusal.Facts["findings"]] = "Alergia descartada por pruebas." } });
        Assert.Equal("Alergia descartada por pruebas.", Assert.Single(Assert.Single((await room.StateAsync(report)).Addenda).Overrides).Words);
    }

    [Fact]
    public async Task A_consent_taken_back_erases_what_is_unsigned_and_flags_what_is_signed()
    {
        var room = await Consulting.OpenAsync();
        var signed = await room.FiledAsync();
        var open = await room.DraftedAsync();

        await WithdrawAsync(room, ConsentScope.Record);

        Assert.True((await room.StateAsync(signed)).ConsentWithdrawn);
        Assert.Equal(4, (await room.StateAsync(signed)).Versions[0].Statements.Count);
        var erased = await room.StateAsync(open);
        Assert.Equal((ReportStatus.Erased, 0), (erased.Status, erased.Statements.Count));
        Assert.Null(await room.Get<Clinic.Transcription.Sealing.TextKeys>().FindAsync(room.Tenant, ClinicalReport.FactOf(open), Consulting.Ct));
        Assert.Equal(TranscriptionRules.ReportTransitionRefused, (await Consulting.RefusedAsync(room.DoAsync(new EditReport { Report = open, Changes = [new StatementChange.Remove(1)] }))).Code);
        // A correction of a signed report is still the physician's duty.
        await room.AmendAsync(new() { Report = signed, Kind = VersionKind.Corrected, Reason = "Dosis", Changes = [new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas.")] }, "Así se acordó.");
    }

    [Fact]
    public async Task A_draft_of_a_program_goes_with_its_scope_and_ones_own_words_stay()
    {
        var room = await Consulting.OpenAsync();
        var drafted = await room.DraftedAsync();
        await WithdrawAsync(room, ConsentScope.AiDraft);
        Assert.Equal(ReportStatus.Erased, (await room.StateAsync(drafted)).Status);

        var manual = (await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session, IsManual = true }, Consulting.Ct)).Report;
        await WithdrawAsync(room, ConsentScope.AiDraft | ConsentScope.Keep);
        Assert.Equal(ReportStatus.InReview, (await room.StateAsync(manual)).Status);
    }

    private static Task WithdrawAsync(Consulting room, ConsentScope scopes) => room.Get<IUnitOfWork>().RunAsync(
        room.As(room.Physician), new ReportStep("withdrawn", default, (long)scopes), async (unit, ct) =>
        {
            await room.Get<ISessionReports>().WithdrawnAsync(unit, room.Source!.Session, scopes, isHeld: false, ct);
            unit.Audit("test.withdrawn", new("test", Guid.CreateVersion7()));
            return new ReportAnswer(default, default, 0, 0);
        }, Consulting.Ct);
}
