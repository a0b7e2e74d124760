using Clinic.Abstractions;
using Clinic.Guards;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Reports;

namespace Clinic.Transcription.Tests.Reports;

public class ReviewTests
{
    [Fact]
    public async Task A_draft_arrives_after_the_commit_with_its_evidence()
    {
        var room = await Consulting.OpenAsync();
        var begun = await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct);
        Assert.Equal(ReportStatus.Drafting, begun.Status);

        var report = await room.WorkAsync();

        Assert.Equal(new JobReport(1), report);
        var state = await room.StateAsync(begun.Report);
        Assert.Equal((ReportStatus.InReview, 4, 5), (state.Status, state.Statements.Count, state.NextStatement));
        Assert.All(state.Statements, s => Assert.NotEmpty(s.Evidence));
        Assert.Equal(("room", "1"), (state.Draft!.Drafter, state.Draft.Version));
        Assert.Equal(JobReport.Nothing, await room.WorkAsync());
    }

    [Fact]
    public async Task Edits_are_tracked_from_the_draft_to_the_text_as_it_reads()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();

        await room.DoAsync(new EditReport
        {
            Report = report,
            Changes =
            [
                new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas."),
                new StatementChange.Remove(1),
                new StatementChange.Insert(ReportSection.ChiefComplaint, "Odinofagia."),
                new StatementChange.Reword(2, "Odinofagia desde hace cuatro días.", ReportSection.PresentIllness),
            ],
        });

        var state = await room.StateAsync(report);
        Assert.Equal([5, 2, 3, 4], state.Statements.Select(s => s.Number));
        Assert.Equal([StatementOrigin.Written, StatementOrigin.Changed, StatementOrigin.Drafted, StatementOrigin.Changed], state.Statements.Select(s => s.Origin));
        Assert.Equal(
            [("Paracetamol 500 mg cada 8 horas.", "Paracetamol 650 mg cada 8 horas."), ("Dolor de garganta.", null), (null, "Odinofagia."), ("Dolor de garganta desde hace cuatro días.", "Odinofagia desde hace cuatro días.")],
            state.Edits.Select(e => (e.Before, e.After)));
        // What a physician rewords keeps what it rests on.
        Assert.NotEmpty(state.Statements[^1].Evidence);
    }

    [Fact]
    public async Task One_impossible_change_keeps_all_from_being_made_and_every_failure_is_told()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        var before = await room.StateAsync(report);

        var refusal = await Consulting.RefusedAsync(room.DoAsync(new EditReport
        {
            Report = report,
            Version = 99,
            Changes =
            [
                new StatementChange.Reword(1, "Otro texto."), new StatementChange.Reword(77, "x"), new StatementChange.Insert(ReportSection.Plan, " "),
                new StatementChange.Insert(ReportSection.Plan, "Reposo.", [new(2, 40, 400)]),
            ],
        }));

        Assert.Equal(
            [TranscriptionRules.StaleReport, TranscriptionRules.EvidenceOutside, TranscriptionRules.StatementUnknown, TranscriptionRules.FieldInvalid],
            refusal.Failures.Select(f => f.Code));
        Assert.Equal(before.Version, (await room.StateAsync(report)).Version);
    }

    [Fact]
    public async Task An_assistant_proposes_and_the_physician_decides()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        Assert.Equal(
            TranscriptionRules.RoleMissing,
            (await Consulting.RefusedAsync(room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Remove(1)] }, room.Assistant))).Code);

        await room.DoAsync(new SuggestEdits { Report = report, Changes = [new StatementChange.Remove(1), new StatementChange.Reword(3, "Faringitis aguda.")] }, room.Assistant);
        Assert.Equal(4, (await room.StateAsync(report)).Statements.Count);
        await room.DoAsync(new DecideSuggestion { Report = report, Suggestion = 1, Take = false });
        await room.DoAsync(new DecideSuggestion { Report = report, Suggestion = 2, Take = true });

        var state = await room.StateAsync(report);
        Assert.Equal("Faringitis aguda.", state.Statements.Single(s => s.Number == 3).Text);
        Assert.Equal(room.Assistant.Person, Assert.Single(state.Edits).SuggestedBy);
        Assert.Equal([false, true], state.Suggestions.Select(s => s.IsTaken));
        Assert.Equal(TranscriptionRules.SuggestionNotOpen, (await Consulting.RefusedAsync(room.DoAsync(new DecideSuggestion { Report = report, Suggestion = 2, Take = true }))).Code);
    }

    [Fact]
    public async Task Suggestions_of_a_report_have_an_end()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        var many = new SuggestEdits { Report = report, Changes = [.. Enumerable.Repeat(new StatementChange.Reword(3, "Faringitis aguda."), 500)] };
        await room.DoAsync(many, room.Assistant);
        await room.DoAsync(many, room.Assistant);

        Assert.Equal(TranscriptionRules.FieldInvalid, (await Consulting.RefusedAsync(room.DoAsync(many with { Changes = [new StatementChange.Remove(1)] }, room.Assistant))).Code);
    }

    [Fact]
    public async Task A_blocker_stands_until_the_text_is_mended_or_somebody_stands_by_it()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        await room.SeeAllAsync(report);
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas.")] });
        var found = Assert.Single((await room.StateAsync(report)).Findings, f => f.Severity == Severity.Blocker);
        Assert.Equal(("dose", 4), (found.Rule, found.Statement));

        var refusal = await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = (await room.FindAsync(report)).Version }));
        Assert.Equal(TranscriptionRules.BlockersOpen, Assert.Single(refusal.Failures).Code);
        Assert.Equal(
            [TranscriptionRules.FieldInvalid, TranscriptionRules.FindingUnknown],
            (await Consulting.RefusedAsync(room.DoAsync(new OverrideFinding { Report = report, Finding = "dose-1", Words = "" }))).Failures.Select(f => f.Code));

        await room.DoAsync(new OverrideFinding { Report = report, Finding = found.Key, Words = "Se acordó al final de la visita." });
        // Another edit of the same words brings the same finding, and its words stay with it.
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Reword(1, "Odinofagia.")] });
        Assert.Single((await room.StateAsync(report)).Overrides);
        var signed = await room.DoAsync(new SignReport { Report = report, Version = (await room.FindAsync(report)).Version });
        Assert.Equal(ReportStatus.Signed, signed.Status);

        // Words for one dose do not stand for another.
        var mended = await Consulting.OpenAsync();
        var other = await mended.DraftedAsync();
        await mended.DoAsync(new EditReport { Report = other, Changes = [new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas.")] });
        await mended.DoAsync(new OverrideFinding { Report = other, Finding = (await mended.StateAsync(other)).Findings.Single(f => f.Rule == "dose").Key, Words = "Así se acordó." });
        await mended.DoAsync(new EditReport { Report = other, Changes = [new StatementChange.Reword(4, "Paracetamol 500 mg cada 8 horas.")] });
        var state = await mended.StateAsync(other);
        Assert.DoesNotContain(state.Findings, f => f.Rule == "dose");
        Assert.Empty(state.Overrides);
    }

    [Fact]
    public async Task A_correction_of_the_session_stops_a_signature_over_the_words_before()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        await room.SeeAllAsync(report);
        // Shorter than the stretch that was cited.
        room.Correct(2, "Le receto paracetamol de cuatrocientos miligramos cada ocho horas.");
        var read = (await room.FindAsync(report)).Version;

        Assert.Equal(
            [TranscriptionRules.StatementsUnseen, TranscriptionRules.BlockersOpen],
            (await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = read }))).Failures.Select(f => f.Code));
        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        // Who rests on the words that were corrected is looked at again, and nobody else.
        Assert.Equal([(1, true), (2, true), (3, false), (4, false)], view.Report.Statements.Select(s => (s.Number, s.IsSeen)));
        var key = Assert.Single(view.Blockers);
        Assert.Equal(("dose", 4, read), (view.Report.Findings.Single(f => f.Key == key).Rule, view.Report.Findings.Single(f => f.Key == key).Statement, view.Report.Version));
        // Another edit does not lose it.
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.See([3, 4])] });
        Assert.Equal(key, Assert.Single((await room.FindAsync(report)).OpenBlockers()).Key);
        await room.DoAsync(new OverrideFinding { Report = report, Finding = key, Words = "La corrección es la errada." });
        Assert.Equal(ReportStatus.Signed, (await room.DoAsync(new SignReport { Report = report, Version = (await room.FindAsync(report)).Version })).Status);
    }

    [Fact]
    public async Task Evidence_moves_with_its_words_and_what_has_none_left_stops_the_signature()
    {
        var room = await Consulting.OpenAsync();
        room.Drafts = transcript => AVisit.DraftOf(transcript) with
        {
            Statements =
            [
                new(ReportSection.ChiefComplaint, "Dolor de garganta.", [AVisit.Of(transcript, 1, "dolor de garganta")], Polarity.Affirmed),
                new(ReportSection.Assessment, "Faringitis.", [AVisit.Of(transcript, 2, "Es una faringitis")], Polarity.Affirmed),
                new(ReportSection.Plan, "Paracetamol 500 mg cada 8 horas.", [AVisit.Of(transcript, 2, "paracetamol de quinientos miligramos cada ocho horas")], Polarity.Affirmed),
            ],
        };
        var report = await room.DraftedAsync();
        await room.SeeAllAsync(report);
        room.Correct(1, "Buenos días, doctora. Vengo por un dolor de garganta desde hace cuatro días.");
        room.Correct(2, "Le receto paracetamol de quinientos miligramos cada ocho horas.");

        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        string Cited(int statement) => room.Source!.Transcript!.Segments[view.Report.Statements[statement].Evidence[0].Segment].Text.Substring(view.Report.Statements[statement].Evidence[0].Start, view.Report.Statements[statement].Evidence[0].Length);
        Assert.Equal(("dolor de garganta", "", "paracetamol de quinientos miligramos cada ocho horas"), (Cited(0), Cited(1), Cited(2)));
        Assert.Equal(3, view.Report.TranscriptVersion);
        Assert.True(view.Report.Statements[1].IsUnsupported);
        var found = Assert.Single(view.Report.Findings, f => f.Severity == Severity.Blocker);
        Assert.Equal((FindingNames.Evidence, 2), (found.Rule, found.Statement));
        // The look changed nothing; the next change keeps what moved.
        Assert.Equal(1, (await room.StateAsync(report)).TranscriptVersion);
        await room.SeeAllAsync(report);
        var state = await room.StateAsync(report);
        Assert.Equal(view.Report.Statements.SelectMany(s => s.Evidence), state.Statements.SelectMany(s => s.Evidence));
        Assert.Equal(3, state.TranscriptVersion);
        Assert.Contains((await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = state.Version }))).Failures, f => f.Code == TranscriptionRules.BlockersOpen);
    }

    [Fact]
    public async Task Words_for_a_finding_move_with_what_was_said_and_fall_when_it_changes()
    {
        var room = await Consulting.OpenAsync();
        room.Drafts = transcript => AVisit.DraftOf(transcript) with { Statements = [new(ReportSection.Plan, "Paracetamol 650 mg cada 8 horas.", [AVisit.Of(transcript, 2, "paracetamol de quinientos miligramos cada ocho horas")], Polarity.Affirmed)] };
        var report = await room.DraftedAsync();
        async Task<string> DoseAsync() => (await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct)).Report.Findings.Single(f => f.Rule == FindingNames.Dose).Key;
        await room.DoAsync(new OverrideFinding { Report = report, Finding = await DoseAsync(), Words = "Se acordó al final." });

        room.Correct(2, "Bueno, es una faringitis. Le receto paracetamol de quinientos miligramos cada ocho horas.");
        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Equal(await DoseAsync(), Assert.Single(view.Report.Overrides).Finding);
        Assert.Empty(view.Blockers);

        room.Correct(2, "Bueno, es una faringitis. Le receto paracetamol de cuatrocientos miligramos cada ocho horas.");
        view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Empty(view.Report.Overrides);
        Assert.Equal([await DoseAsync()], view.Blockers);
    }

    [Fact]
    public async Task What_is_signed_points_for_good_at_the_words_on_which_it_was_signed_and_an_amendment_at_its_own()
    {
        var room = await Consulting.OpenAsync();
        room.Drafts = transcript => AVisit.DraftOf(transcript) with { Statements = [.. AVisit.DraftOf(transcript).Statements.Take(3), new(ReportSection.Plan, "Paracetamol 500 mg cada 8 horas.", [AVisit.Of(transcript, 2, "paracetamol de quinientos miligramos cada ocho horas")], Polarity.Affirmed)] };
        var report = await room.FiledAsync();
        var signed = (await room.StateAsync(report)).Versions[0];
        room.Correct(2, "Bueno. Es una faringitis. Le receto paracetamol de quinientos miligramos cada ocho horas.");

        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Equal(signed.Statements.SelectMany(s => s.Evidence), view.Report.Versions[0].Statements.SelectMany(s => s.Evidence));
        Assert.Equal(1, view.Report.Versions[0].TranscriptVersion);
        Assert.True(Assert.Single(view.Signatures).IsGenuine);

        await room.DoAsync(new AmendReport { Report = report, Version = view.Report.Version, Kind = VersionKind.Amended, Reason = "Se aclara.", Changes = [new StatementChange.See([1, 2, 3, 4]), new StatementChange.Reword(1, "Odinofagia.")] });
        view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        string Cited(SignedVersion v) => room.Source!.Words!.At(v.TranscriptVersion!.Value).Segments[2].Text.Substring(v.Statements[^1].Evidence[0].Start, v.Statements[^1].Evidence[0].Length);
        Assert.Equal((1, 2), (view.Report.Versions[0].TranscriptVersion, view.Report.Versions[1].TranscriptVersion));
        Assert.Equal(Cited(view.Report.Versions[0]), Cited(view.Report.Versions[1]));
        Assert.NotEqual(view.Report.Versions[0].Statements[^1].Evidence[0], view.Report.Versions[1].Statements[^1].Evidence[0]);
        Assert.All(view.Signatures, s => Assert.True(s.IsGenuine));
        // The version of the words is part of what is signed; what was signed before it was is still genuine.
        var (state, signatures) = (view.Report, room.Get<ISignatureProvider>());
        Assert.False(await signatures.VerifyAsync(state.Versions[1].Signature, ReportContent.Of(state, state.Versions[1] with { TranscriptVersion = 1 }).Written.ToArray(), Consulting.Ct));
        Assert.False(await signatures.VerifyAsync(state.Versions[1].Signature, ReportContent.Of(state, state.Versions[1] with { TranscriptVersion = null }).Written.ToArray(), Consulting.Ct));
    }

    [Fact]
    public async Task A_text_that_was_heard_anew_leaves_no_statement_its_evidence_until_it_is_drafted_anew()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        await room.SeeAllAsync(report);
        room.HearAnew(AVisit.Throat with { Segments = [new(0, "doctor", "Buenos días."), .. AVisit.Throat.Segments.Select(s => s with { Index = s.Index + 1 })] });

        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Equal((2, 4), (view.Report.TranscriptVersion, view.Report.Findings.Count(f => f is { Rule: FindingNames.Evidence, Severity: Severity.Blocker })));
        Assert.All(view.Report.Statements, s => Assert.True(s is { IsSeen: false, IsUnsupported: true }));

        await room.DoAsync(new RejectReport { Report = report, Reason = "Se escuchó de nuevo." });
        room.Drafts = transcript => AVisit.DraftOf(transcript) with { Statements = [.. AVisit.DraftOf(transcript).Statements.Select(s => s with { Evidence = [AVisit.Whole(transcript, s.Evidence[0].Segment + 1)] })] };
        await room.DoAsync(new AskDrafter { Report = report });
        await room.WorkAsync();
        view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);
        Assert.Equal((ReportStatus.InReview, 2), (view.Report.Status, view.Report.TranscriptVersion));
        Assert.DoesNotContain(view.Report.Findings, f => f.Rule == FindingNames.Evidence);
    }

    [Fact]
    public async Task Evidence_of_a_change_means_the_words_that_its_writer_read()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        var cited = AVisit.Of(AVisit.Throat, 1, "cuatro días");
        room.Correct(1, "Vengo por mucho dolor de garganta desde hace cuatro días.");
        var insert = new StatementChange.Insert(ReportSection.PresentIllness, "Cuatro días de evolución.", [cited]);
        StatementChange[] read = [insert with { TranscriptVersion = 1 }];

        await room.DoAsync(new SuggestEdits { Report = report, Changes = read }, room.Assistant);
        await room.DoAsync(new EditReport { Report = report, Changes = read });
        var state = await room.StateAsync(report);
        var text = room.Source!.Transcript!.Segments[1].Text;
        EvidenceSpan[] kept = [state.Statements.Single(s => s.Number == 5).Evidence[0], Assert.IsType<StatementChange.Insert>(Assert.Single(state.Suggestions).Change).Evidence![0]];
        Assert.All(kept, span => Assert.Equal("cuatro días", text.Substring(span.Start, span.Length)));

        Assert.Equal(TranscriptionRules.StaleTranscript, (await Consulting.RefusedAsync(room.DoAsync(new EditReport { Report = report, Changes = [insert with { TranscriptVersion = 3 }] }))).Code);
        room.Correct(1, "Vengo por mucho dolor de garganta.");
        Assert.Equal(TranscriptionRules.EvidenceOutside, (await Consulting.RefusedAsync(room.DoAsync(new EditReport { Report = report, Changes = read }))).Code);
    }

    [Fact]
    public async Task Others_see_nothing_of_a_report_and_supervisors_only_how_far_it_is()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        var stranger = new Actor(new(Guid.CreateVersion7()), [Role.Physician], []);

        Assert.Equal(TranscriptionRules.ReportUnknown, (await Consulting.RefusedAsync(room.Inquiries.ReadAsync(room.As(stranger), report, Consulting.Ct))).Code);
        Assert.Equal(TranscriptionRules.ReportUnknown, (await Consulting.RefusedAsync(room.DoAsync(new SignReport { Report = report, Version = 1 }, stranger))).Code);
        Assert.Equal(TranscriptionRules.NotTheReportsPhysician, (await Consulting.RefusedAsync(room.Inquiries.ReadAsync(room.As(room.Supervisor), report, Consulting.Ct))).Code);
        Assert.Equal(report, Assert.Single((await room.Inquiries.ListAsync(room.As(room.Supervisor), new(room.Site), PageRequest.First, Consulting.Ct)).Items).Report);
        Assert.Empty((await room.Inquiries.ListAsync(room.As(stranger), new(room.Site), PageRequest.First, Consulting.Ct)).Items);
        var view = await room.Inquiries.ReadAsync(room.As(room.Assistant), report, Consulting.Ct);
        Assert.Equal(4, view.Report.Statements.Count);
        Assert.Contains((await room.Get<IAuditLog>().ListAsync(room.Tenant, new() { Subject = ClinicalReport.FactOf(report) }, PageRequest.First, Consulting.Ct)).Items, e => e.Action == "report.read" && e.Actor == room.Assistant.Person);
    }

    [Fact]
    public async Task A_second_report_of_a_session_waits_for_the_first()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();

        Assert.Equal(TranscriptionRules.ReportOpen, (await Consulting.RefusedAsync(room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct))).Code);
        await room.DoAsync(new RejectReport { Report = report, Reason = "Mezcla dos visitas." });
        Assert.Equal(ReportStatus.Rejected, (await room.StateAsync(report)).Status);
        // A rejected one keeps nothing: another may be begun, and only one of them is drafted at a time.
        Assert.False((await room.Get<Clinic.Transcription.Sessions.ISessionReports>().OfAsync(room.Tenant, room.Source.Session, Consulting.Ct)).HasOpen);
        var other = (await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source.Session, IsManual = true }, Consulting.Ct)).Report;
        Assert.Equal(TranscriptionRules.ReportOpen, (await Consulting.RefusedAsync(room.DoAsync(new AskDrafter { Report = report }))).Code);
        await room.DoAsync(new RejectReport { Report = other, Reason = "Se prefiere el borrador." });
        await room.DoAsync(new AskDrafter { Report = report });
        await room.WorkAsync();
        Assert.Equal((ReportStatus.InReview, 5), ((await room.StateAsync(report)).Status, (await room.StateAsync(report)).Statements[0].Number));
    }

    [Fact]
    public async Task What_was_not_agreed_to_is_not_drafted_and_every_reason_is_told()
    {
        var room = await Consulting.OpenAsync();
        room.SendsOutside = true;
        room.Source = room.Source! with { MayDraft = false, Words = null, Status = "NoSpeech", IsWithdrawn = true };

        var refusal = await Consulting.RefusedAsync(room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source.Session, Template = "unknown" }, Consulting.Ct));
        Assert.Equal(
            [TranscriptionRules.FieldInvalid, TranscriptionRules.SignedAfterWithdrawal, TranscriptionRules.DraftNotConsented, TranscriptionRules.NothingToDraftFrom],
            refusal.Failures.Select(f => f.Code));
        room.Source = room.Source with { IsWithdrawn = false };
        Assert.Equal(
            TranscriptionRules.DrafterUnknown,
            (await Consulting.RefusedAsync(room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source.Session, Drafter = "gpt" }, Consulting.Ct))).Code);

        var manual = await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source.Session, IsManual = true, Template = "letter" }, Consulting.Ct);
        Assert.Equal(ReportStatus.InReview, manual.Status);
        Assert.Empty(room.Seen);
    }

    [Fact]
    public void A_template_that_requires_nothing_is_refused() =>
        Assert.Equal(TranscriptionRules.TemplateWithoutRequired, Assert.Throws<TranscriptionException>(() => new ReportTemplates([new("open", [new(ReportSection.Plan, false)])])).Code);

    [Fact]
    public async Task A_template_without_a_section_takes_no_statement_of_it()
    {
        var room = await Consulting.OpenAsync();
        var short1 = new ReportTemplate("short", [new(ReportSection.Assessment, true), new(ReportSection.Plan, true)]);
        var report = ClinicalReport.Begin((await room.StateAsync(await room.DraftedAsync())) with { Template = short1, Drafter = "room", Statements = [], NextStatement = 1, Draft = null });

        var taken = report.TakeDraft(AVisit.DraftOf(AVisit.Throat), 1, room.Clock.Now);
        Assert.Equal([ReportSection.Assessment, ReportSection.Plan], taken.Statements.Select(s => s.Section));
        var failures = new Failures();
        taken.Edit(failures, ReportTrigger.Edit, [new StatementChange.Insert(ReportSection.Exam, "Sin hallazgos.")], room.Physician.Person, room.Clock.Now);
        Assert.Equal(TranscriptionRules.SectionNotInTemplate, Assert.Single(failures.All).Code);
    }
}
