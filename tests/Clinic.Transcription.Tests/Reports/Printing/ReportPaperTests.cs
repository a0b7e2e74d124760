using System.Globalization;
using System.Net;
using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Reports.Printing;
using NodaTime;

namespace Clinic.Transcription.Tests.Reports.Printing;

public sealed class ReportPaperTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_report_shows_its_names_sections_in_order_and_who_signed_it()
    {
        var room = await RoomAsync();
        var report = await room.FiledAsync();

        var page = await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct);
        var text = Flat(await room.Get<ReportPaper>().TextAsync(room.As(room.Physician), report, "es", Ct));

        var signature = (await room.StateAsync(report)).Versions[0].Signature;
        string[] expected =
        [
            "Informe clínico, versión 1", "Consultorio Ñuñoa", "Rosa Núñez Vega", "Cédula 0912345678", "Mateo Mora",
            "Motivo de consulta", "Dolor de garganta.", "Enfermedad actual", "Diagnóstico", "Faringitis.", "Plan", "Paracetamol 500 mg cada 8 horas.",
            "02/03/2026 10:00:00 (-05:00)", signature.Algorithm, signature.KeyId, signature.ContentHash, "auténtica", $"archivada como record/{report}/v1",
        ];
        foreach (var one in expected) Assert.Contains(one, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var one in expected) Assert.Contains(one.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Motivo", StringComparison.Ordinal) < page.IndexOf("Enfermedad", StringComparison.Ordinal));
        Assert.True(page.IndexOf(">Plan<", StringComparison.Ordinal) > page.IndexOf("Faringitis", StringComparison.Ordinal));
        Assert.DoesNotContain("<div class=\"mark\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Clinical report, version 1", await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "en", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_marked_on_every_sheet_and_says_what_is_missing()
    {
        var room = await RoomAsync();
        var report = await room.DraftedAsync();
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Remove(4)] });

        var page = WebUtility.HtmlDecode(await room.Get<ReportPaper>().PageAsync(room.As(room.Assistant), report, "es", Ct));
        var text = await room.Get<ReportPaper>().TextAsync(room.As(room.Assistant), report, "en", Ct);

        Assert.Contains("<div class=\"mark\">BORRADOR SIN FIRMA</div>", page, StringComparison.Ordinal);
        Assert.Contains("ningún médico lo ha firmado", page, StringComparison.Ordinal);
        Assert.Contains("Faltan: Plan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Firmas electrónicas", page, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("DRAFT, NOT SIGNED").Length - 1);
    }

    [Fact]
    public async Task An_amendment_says_why_and_what_it_changed_and_an_addendum_stands_apart()
    {
        var room = await RoomAsync();
        var report = await room.FiledAsync();
        await room.AmendAsync(new()
        {
            Report = report,
            Kind = VersionKind.Corrected,
            Reason = "dosis mal anotada",
            Changes = [new StatementChange.Reword(4, "Paracetamol 650 mg cada 8 horas."), new StatementChange.Remove(1), new StatementChange.Insert(ReportSection.ChiefComplaint, "Odinofagia."), new StatementChange.Reword(2, "Dolor de garganta desde hace cuatro días.", ReportSection.Exam), new StatementChange.Insert(ReportSection.PresentIllness, "Sin fiebre.")],
        }, "así se acordó");
        await room.WorkAsync();
        await room.DoAsync(new AddAddendum { Report = report, Text = "Llamó la paciente.\nSigue mejor." });

        var page = WebUtility.HtmlDecode(await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct));

        Assert.Contains("Versión 2: corrección", page, StringComparison.Ordinal);
        Assert.Contains("Motivo: dosis mal anotada", page, StringComparison.Ordinal);
        Assert.Contains("Plan: decía «Paracetamol 500 mg cada 8 horas.», dice «Paracetamol 650 mg cada 8 horas.»", page, StringComparison.Ordinal);
        Assert.Contains("Motivo de consulta: se retira «Dolor de garganta.»", page, StringComparison.Ordinal);
        Assert.Contains("Motivo de consulta: se agrega «Odinofagia.»", page, StringComparison.Ordinal);
        Assert.Contains("Exploración: se traslada desde Enfermedad actual «Dolor de garganta desde hace cuatro días.»", page, StringComparison.Ordinal);
        Assert.Contains("Adenda 1 a la versión 2", page, StringComparison.Ordinal);
        Assert.Contains("<p>Llamó la paciente.</p>\n<p>Sigue mejor.</p>", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("auténtica").Length - 1);
    }

    [Fact]
    public async Task Entered_in_error_stands_across_and_a_signature_that_does_not_hold_is_called_that()
    {
        var room = await RoomAsync();
        var report = await room.FiledAsync();
        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Ct);
        var forged = view with { Signatures = [.. view.Signatures.Select(s => s with { IsGenuine = false })] };
        var names = new ReportNames("Sede", DateTimeZone.Utc, null, null, new Dictionary<PersonId, string>());
        await room.DoAsync(new EnterReportInError { Report = report, Reason = "otro paciente" }, room.Supervisor);

        var page = await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct);

        Assert.Contains("<div class=\"mark\">REGISTRADO POR ERROR</div>", page, StringComparison.Ordinal);
        Assert.Contains("otro paciente", page, StringComparison.Ordinal);
        Assert.Contains("Paracetamol", page, StringComparison.Ordinal);
        var broken = WebUtility.HtmlDecode(ReportPage.Html(forged, names, "es"));
        Assert.Contains("<div class=\"mark\">FIRMA NO VÁLIDA</div>", broken, StringComparison.Ordinal);
        Assert.Contains("NO VÁLIDA", ReportText.Of(forged, names, "es"), StringComparison.Ordinal);
        Assert.Contains("not checked", ReportPage.Html(view with { Signatures = [] }, names, "en"), StringComparison.Ordinal);
        // Whose names nobody knows is printed by id.
        Assert.Contains(room.Physician.Person.ToString(), broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_text_stays_text()
    {
        var room = await RoomAsync("<b>Rosa</b> & \"hija\"");
        var report = await room.DraftedAsync();
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Insert(ReportSection.Plan, "<script>alert('x')</script><img src=x onerror=y>")] });

        var page = await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_look_is_audited_before_anything_is_shown_and_strangers_see_nothing()
    {
        var room = await RoomAsync();
        var report = await room.FiledAsync();
        var paper = room.Get<ReportPaper>();
        await paper.TextAsync(room.As(room.Physician), report, "es", Ct);

        var audit = await room.Get<IAuditLog>().ListAsync(room.Tenant, new(), new(500), Ct);

        Assert.Equal(room.Physician.Person, Assert.Single(audit.Items, e => e.Action == "report.printed").Actor);
        foreach (var (actor, code) in new[]
        {
            (new Actor(new(Guid.CreateVersion7()), [Role.Physician], []), TranscriptionRules.ReportUnknown),
            (room.Supervisor, TranscriptionRules.NotTheReportsPhysician),
            (new Actor(new(Guid.CreateVersion7()), [Role.Nurse], []), TranscriptionRules.RoleMissing),
        })
            Assert.Equal(code, (await Consulting.RefusedAsync(paper.PageAsync(room.As(actor), report, "es", Ct))).Code);
    }

    [Fact]
    public async Task What_has_no_text_is_not_printed()
    {
        var room = await RoomAsync();
        var begun = await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Ct);

        Assert.Equal(TranscriptionRules.NothingToPrint, (await Consulting.RefusedAsync(room.Get<ReportPaper>().PageAsync(room.As(room.Physician), begun.Report, "es", Ct))).Code);
    }

    [Fact]
    public async Task The_culture_of_the_machine_changes_nothing()
    {
        var room = await RoomAsync();
        var report = await room.FiledAsync();
        var before = CultureInfo.CurrentCulture;
        var invariant = await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(invariant, await room.Get<ReportPaper>().PageAsync(room.As(room.Physician), report, "es", Ct));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<Consulting> RoomAsync(string? patient = null)
    {
        var room = await Consulting.OpenAsync();
        await room.Get<IUnitOfWork>().RunAsync(room.As(room.Supervisor), new ReportStep("names", default, 0), async (unit, ct) =>
        {
            room.Get<ISiteStore>().Save(unit, new Site(room.Site, "Consultorio Ñuñoa", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd));
            room.Get<IPersonStore>().Add(unit, new(room.Physician.Person, "Mateo Mora", "mateo", new HashSet<Role> { Role.Physician }, new HashSet<DepartmentId>(), false, 1));
            if (patient is not null)
            {
                var stored = (await room.Get<IPatientStore>().FindAsync(room.Tenant, room.Patient, ct))!;
                room.Get<IPatientStore>().Save(unit, stored with { Name = patient, Version = stored.Version + 1 });
            }

            unit.Audit("test.names", new("test", Guid.CreateVersion7()));
            return new ReportAnswer(default, default, 0, 0);
        }, Ct);
        return room;
    }

    // The lines of a narrow paper break anywhere.
    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
