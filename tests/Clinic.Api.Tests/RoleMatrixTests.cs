using System.Net;
using Clinic.Abstractions;
using Clinic.Api.Security;
using Clinic.Dispensing.Rights;
using Clinic.EmergencyBilling.Rights;
using Clinic.Pharmacy.Rights;
using Clinic.Transcription.Rights;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

/// <summary>Every role at every route, from the metadata of the endpoints and an independent table of rights.</summary>
public class RoleMatrixTests
{
    private static readonly Dictionary<string, PharmacyAct[]> Acts = new(StringComparer.Ordinal)
    {
        ["/medications"] = [PharmacyAct.ManageCatalogue],
        ["/medications/{medication}/revise"] = [PharmacyAct.ManageCatalogue],
        ["/medications/{medication}/retire"] = [PharmacyAct.ManageCatalogue],
        ["/presentations"] = [PharmacyAct.ManageCatalogue],
        ["/presentations/{presentation}/revise"] = [PharmacyAct.ManageCatalogue],
        ["/presentations/{presentation}/retire"] = [PharmacyAct.ManageCatalogue],
        ["/imports/catalogue"] = [PharmacyAct.Import],
        ["/imports/opening-balances"] = [PharmacyAct.Import],
        ["/receipts"] = [PharmacyAct.Receive],
        ["/postings/{posting}/reverse"] = [PharmacyAct.Reverse],
        ["/issues"] = [PharmacyAct.Issue],
        ["/returns"] = [PharmacyAct.Return],
        ["/waste"] = [PharmacyAct.Waste],
        ["/adjustments"] = [PharmacyAct.Adjust],
        ["/counts"] = [PharmacyAct.Count],
        ["/moves"] = [PharmacyAct.Transfer],
        ["/lots/{lot}/status"] = [PharmacyAct.BlockLot, PharmacyAct.ApproveLot],
        ["/lots/recall"] = [PharmacyAct.BlockLot],
        ["/transfers"] = [PharmacyAct.Transfer],
        ["/transfers/{transfer}/receive"] = [PharmacyAct.Transfer],
        ["/transfers/{transfer}/write-off"] = [PharmacyAct.Adjust],
        ["/reservations"] = [PharmacyAct.Reserve],
        ["/reservations/{reservation}/release"] = [PharmacyAct.Reserve],
        ["/price-lists"] = [PharmacyAct.ManagePrices, PharmacyAct.ApprovePrice],
        ["/price-lists/{list}/revise"] = [PharmacyAct.ManagePrices, PharmacyAct.ApprovePrice],
        ["/price-lists/{list}/retire"] = [PharmacyAct.ManagePrices, PharmacyAct.ApprovePrice],
        ["/special-prices"] = [PharmacyAct.ApprovePrice],
        ["/special-prices/{special}/end"] = [PharmacyAct.ApprovePrice],
        ["/tax-groups"] = [PharmacyAct.ManagePrices],
        ["/count-sessions"] = [PharmacyAct.Count],
        ["/count-sessions/{session}/start"] = [PharmacyAct.Count],
        ["/count-sessions/{session}/counts"] = [PharmacyAct.Count],
        ["/count-sessions/{session}/submit"] = [PharmacyAct.Count],
        ["/count-sessions/{session}/recount"] = [PharmacyAct.ApproveCount],
        ["/count-sessions/{session}/approve"] = [PharmacyAct.ApproveCount],
        ["/count-sessions/{session}/cancel"] = [PharmacyAct.Count],
        ["/alerts/{alert}/acknowledge"] = [PharmacyAct.AnswerAlert],
        ["/alerts/{alert}/snooze"] = [PharmacyAct.AnswerAlert],
        ["/alerts/{alert}/resolve"] = [PharmacyAct.AnswerAlert],
        ["/alert-rules"] = [PharmacyAct.ManageAlerts],
        ["/alert-rules/{rule}/revise"] = [PharmacyAct.ManageAlerts],
        ["/alert-rules/{rule}/retire"] = [PharmacyAct.ManageAlerts],
        ["/alert-rules/preview"] = [PharmacyAct.ManageAlerts],
        ["/recalls"] = [PharmacyAct.BlockLot],
        ["/recalls/{campaign}/close"] = [PharmacyAct.BlockLot],
        ["/recall-notices/{notice}/attempts"] = [PharmacyAct.FollowRecall],
        ["/recall-notices/{notice}/answer"] = [PharmacyAct.FollowRecall],
        ["/recall-notices/{notice}/close"] = [PharmacyAct.FollowRecall],
        ["/supplier-returns"] = [PharmacyAct.ReturnToSupplier],
        ["/supplier-returns/{return}/approve"] = [PharmacyAct.ReturnToSupplier],
        ["/supplier-returns/{return}/ship"] = [PharmacyAct.ReturnToSupplier],
        ["/supplier-returns/{return}/credit"] = [PharmacyAct.ReturnToSupplier],
        ["/supplier-returns/{return}/cancel"] = [PharmacyAct.ReturnToSupplier],
        ["/sales"] = [PharmacyAct.Sell],
        ["/sales/{sale}/lines"] = [PharmacyAct.Sell],
        ["/sales/{sale}/lines/{line}/change"] = [PharmacyAct.Sell],
        ["/sales/{sale}/lines/{line}/remove"] = [PharmacyAct.Sell],
        ["/sales/{sale}/reserve"] = [PharmacyAct.Sell],
        ["/sales/{sale}/complete"] = [PharmacyAct.Sell],
        ["/sales/{sale}/cancel"] = [PharmacyAct.CancelSale, PharmacyAct.Sell],
        ["/sales/{sale}/return"] = [PharmacyAct.CancelSale],
        ["/sales/{sale}/mail-receipt"] = [PharmacyAct.Sell],
        ["/shifts"] = [PharmacyAct.CloseShift],
        ["/shifts/{shift}/close"] = [PharmacyAct.CloseShift],
        ["/invoices/{invoice}/ask-again"] = [PharmacyAct.CancelSale],
        ["/requisitions"] = [PharmacyAct.Requisition],
        ["/requisitions/{requisition}/change"] = [PharmacyAct.Requisition],
        ["/requisitions/{requisition}/submit"] = [PharmacyAct.Requisition],
        ["/requisitions/{requisition}/cancel"] = [PharmacyAct.Requisition],
        ["/requisitions/{requisition}/approve"] = [PharmacyAct.ApproveRequisition],
        ["/requisitions/{requisition}/reject"] = [PharmacyAct.ApproveRequisition],
        ["/requisitions/{requisition}/return"] = [PharmacyAct.ApproveRequisition],
        ["/requisitions/{requisition}/suspend"] = [PharmacyAct.ApproveRequisition],
        ["/requisitions/{requisition}/resume"] = [PharmacyAct.ApproveRequisition],
        ["/requisitions/{requisition}/pick"] = [PharmacyAct.FulfilRequisition],
        ["/requisitions/{requisition}/dispatch"] = [PharmacyAct.FulfilRequisition],
        ["/requisitions/{requisition}/close-rest"] = [PharmacyAct.FulfilRequisition],
        ["/requisitions/{requisition}/receive"] = [PharmacyAct.ReceiveRequisition],
        ["/requisitions/{requisition}/write-off"] = [PharmacyAct.WriteOffRequisition],
        ["/stock-levels"] = [PharmacyAct.SetStockLevel],
    };

    private static readonly Dictionary<string, EmergencyAct[]> EmergencyActs = new(StringComparer.Ordinal)
    {
        ["/emergency/tariffs"] = [EmergencyAct.WriteTariffs],
        ["/emergency/tariffs/{tariff}/versions"] = [EmergencyAct.WriteTariffs],
        ["/emergency/tariffs/{tariff}/versions/{number}/publish"] = [EmergencyAct.PublishTariffs],
        ["/emergency/tariffs/{tariff}/end"] = [EmergencyAct.PublishTariffs],
        ["/emergency/holidays"] = [EmergencyAct.WriteTariffs],
        ["/emergency/stays/{stay}/invoice"] = [EmergencyAct.InvoiceStay],
        ["/emergency/stays/{stay}/settle"] = [EmergencyAct.SettleStay],
        ["/emergency/stays/{stay}/credit"] = [EmergencyAct.CreditStay],
        ["/emergency/stays/{stay}/reprice"] = [EmergencyAct.RepriceStay],
        ["/emergency/invoices/{invoice}/ask-again"] = [EmergencyAct.InvoiceStay],
        ["/emergency/alerts/{alert}/acknowledge"] = [EmergencyAct.AnswerAlerts],
        ["/emergency/alert-rules"] = [EmergencyAct.SetAlertRules],
        ["/emergency/stays"] = [EmergencyAct.RegisterStay],
        ["/emergency/stays/{stay}/start"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/pause"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/resume"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/close"] = [EmergencyAct.CloseStay],
        ["/emergency/stays/{stay}/abandon"] = [EmergencyAct.CloseStay],
        ["/emergency/stays/{stay}/acuity"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/payer"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/transfer"] = [EmergencyAct.RunClock],
        ["/emergency/stays/{stay}/clinical"] = [EmergencyAct.MoveCare],
        ["/emergency/stays/{stay}/carve-outs"] = [EmergencyAct.CorrectTimes],
        ["/emergency/stays/{stay}/correct"] = [EmergencyAct.CorrectTimes],
        ["/emergency/stays/{stay}/reopen"] = [EmergencyAct.ReopenStay],
        ["/emergency/stays/{stay}/cancel"] = [EmergencyAct.CancelStay],
        ["/emergency/stays/{stay}/not-billable"] = [EmergencyAct.VoidStay],
        ["/emergency/stays/{stay}/entered-in-error"] = [EmergencyAct.VoidStay],
    };

    private static readonly Dictionary<string, TranscriptionAct> TranscriptionActs = new(StringComparer.Ordinal)
    {
        ["POST /transcription/consent-forms"] = TranscriptionAct.PublishConsentForms,
        ["POST /transcription/recorder"] = TranscriptionAct.BringTranscript,
        ["POST /transcription/patients/{patient}/erase"] = TranscriptionAct.ErasePatient,
        ["POST /transcription/patients/{patient}/hold"] = TranscriptionAct.HoldSession,
        ["POST /transcription/patients/{patient}/release"] = TranscriptionAct.HoldSession,
        ["GET /transcription/recorder"] = TranscriptionAct.BringTranscript,
        ["GET /transcription/search"] = TranscriptionAct.SearchTexts,
        ["GET /transcription/patients/{patient}/export"] = TranscriptionAct.ExportPatient,
        ["GET /transcription/patients/{patient}/erasures"] = TranscriptionAct.ReadErasures,
        ["POST /transcription/sessions"] = TranscriptionAct.CreateSession,
        ["POST /transcription/sessions/{session}/consent/grant"] = TranscriptionAct.RecordConsent,
        ["POST /transcription/sessions/{session}/consent/refuse"] = TranscriptionAct.RecordConsent,
        ["POST /transcription/sessions/{session}/consent/withdraw"] = TranscriptionAct.WithdrawConsent,
        ["POST /transcription/sessions/{session}/cancel"] = TranscriptionAct.CancelSession,
        ["POST /transcription/sessions/{session}/retry"] = TranscriptionAct.RetryTranscription,
        ["POST /transcription/sessions/{session}/hear-anew"] = TranscriptionAct.HearAnew,
        ["POST /transcription/sessions/{session}/assign"] = TranscriptionAct.AssignAssistant,
        ["POST /transcription/sessions/{session}/hold"] = TranscriptionAct.HoldSession,
        ["POST /transcription/sessions/{session}/release"] = TranscriptionAct.HoldSession,
        ["POST /transcription/sessions/{session}/start"] = TranscriptionAct.Record,
        ["POST /transcription/sessions/{session}/pause"] = TranscriptionAct.Record,
        ["POST /transcription/sessions/{session}/resume"] = TranscriptionAct.Record,
        ["POST /transcription/sessions/{session}/stop"] = TranscriptionAct.Record,
        ["POST /transcription/sessions/{session}/alive"] = TranscriptionAct.Record,
        ["PUT /transcription/sessions/{session}/audio"] = TranscriptionAct.Record,
        ["POST /transcription/sessions/{session}/import"] = TranscriptionAct.BringTranscript,
        ["PUT /transcription/sessions/{session}/import"] = TranscriptionAct.BringTranscript,
        ["POST /transcription/sessions/{session}/import/finish"] = TranscriptionAct.BringTranscript,
        ["POST /transcription/sessions/{session}/transcript"] = TranscriptionAct.BringTranscript,
        ["POST /transcription/sessions/{session}/transcript/roles"] = TranscriptionAct.CorrectTranscripts,
        ["POST /transcription/sessions/{session}/transcript/correct"] = TranscriptionAct.CorrectTranscripts,
        ["POST /transcription/reports"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/edit"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/suggestions"] = TranscriptionAct.SuggestEdits,
        ["POST /transcription/reports/{report}/suggestions/{number}/decide"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/findings/{finding}/override"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/sign"] = TranscriptionAct.SignReport,
        ["POST /transcription/reports/{report}/reject"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/ask-drafter"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/write"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/amend"] = TranscriptionAct.SignReport,
        ["POST /transcription/reports/{report}/addenda"] = TranscriptionAct.SignReport,
        ["POST /transcription/reports/{report}/file"] = TranscriptionAct.ReviewReport,
        ["POST /transcription/reports/{report}/entered-in-error"] = TranscriptionAct.VoidReport,
    };

    private static readonly Dictionary<string, DispensingAct[]> DispensingActs = new(StringComparer.Ordinal)
    {
        ["/dispensations"] = [DispensingAct.Request],
        ["/dispensations/{dispensation}/submit"] = [DispensingAct.Request],
        ["/dispensations/{dispensation}/authorise"] = [DispensingAct.Authorise],
        ["/dispensations/{dispensation}/decline"] = [DispensingAct.Authorise],
        ["/dispensations/{dispensation}/withdraw"] = [DispensingAct.Request],
        ["/dispensations/{dispensation}/prepare"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/confirm"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/substitute"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/hold"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/resume"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/ready"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/reopen-preparation"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/cancel"] = [DispensingAct.Prepare],
        ["/hand-overs"] = [DispensingAct.HandOver],
        ["/encounters/{encounter}/billing-match"] = [DispensingAct.MatchBilling],
        ["/dispensations/{dispensation}/hand-overs/{handOver}/confirm"] = [DispensingAct.Receive],
        ["/dispensations/{dispensation}/stop"] = [DispensingAct.Prepare],
        ["/dispensations/{dispensation}/doses"] = [DispensingAct.Use],
        ["/dispensations/{dispensation}/doses/{dose}/correct"] = [DispensingAct.Use, DispensingAct.Supervise],
        ["/dispensations/{dispensation}/waste/{waste}/correct"] = [DispensingAct.Waste, DispensingAct.Supervise],
        ["/dispensations/{dispensation}/all-used"] = [DispensingAct.Use],
        ["/dispensations/{dispensation}/finish"] = [DispensingAct.Use],
        ["/dispensations/{dispensation}/returns"] = [DispensingAct.Use],
        ["/dispensations/{dispensation}/returns/{returned}/count"] = [DispensingAct.CountReturn],
        ["/dispensations/{dispensation}/waste"] = [DispensingAct.Waste],
        ["/dispensations/{dispensation}/close"] = [DispensingAct.Close],
        ["/dispensations/{dispensation}/discrepancy"] = [DispensingAct.Close],
        ["/dispensations/{dispensation}/reopen"] = [DispensingAct.Supervise],
        ["/dispensations/{dispensation}/entered-in-error"] = [DispensingAct.Supervise],
        ["/dispensations/{dispensation}/tickets/{ticket}/evidence"] = [DispensingAct.AddEvidence],
        ["/dispensations/{dispensation}/tickets/{ticket}/assign"] = [DispensingAct.Supervise],
        ["/dispensations/{dispensation}/tickets/{ticket}/resolve"] = [DispensingAct.Supervise],
        ["/checklists"] = [DispensingAct.ManageChecklists],
        ["/checklists/{checklist}/change"] = [DispensingAct.ManageChecklists],
    };

    private static readonly Role[] Readers = [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.Supervisor, Role.Auditor];

    private static readonly string[] Administration =
    [
        "/sites", "/sites/{site}/change", "/sites/{site}/departments", "/sites/{site}/departments/{department}/change", "/sites/{site}/locations",
        "/locations/{location}/change", "/people", "/people/{person}/rights", "/people/{person}/retire", "/people/{person}/unlock", "/people/{person}/credentials",
    ];

    private static readonly string[] Patients = ["/patients", "/patients/{patient}/revise"];

    [Fact]
    public async Task Every_route_refuses_who_is_not_signed_in()
    {
        using var factory = ApiFactory.InMemory();
        var nobody = factory.Anonymous();

        foreach (var (method, path) in Routes(factory).Select(r => (r.Method, r.Path)))
            (await SendAsync(nobody, method, path)).Refused(401, "API101");
    }

    [Fact]
    public async Task Each_role_is_let_through_or_refused_as_the_table_of_rights_says()
    {
        using var factory = ApiFactory.InMemory();
        var routes = Routes(factory);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
        {
            var caller = await factory.AsAsync(role.ToString());
            foreach (var route in routes)
            {
                var answer = await SendAsync(caller, route.Method, route.Path);
                var expected = Expected(route, role);
                Assert.True(expected == (answer.Code != "API102"), $"{role} {route.Method} {route.Pattern}: {answer.Text}");
                Assert.True((int)answer.Status < 500, $"{role} {route.Method} {route.Pattern}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task The_auditor_reads_everything_and_changes_nothing()
    {
        using var factory = ApiFactory.InMemory();
        var auditor = await factory.AsAsync("auditor");
        var before = await AcceptedAsync(auditor);
        var changing = Routes(factory).Where(r => r.Right.Changes && !IsOwn(r)).ToList();

        foreach (var route in changing) (await SendAsync(auditor, route.Method, route.Path)).Refused(403, "API102");
        foreach (var route in Routes(factory).Where(r => !r.Right.Changes && r.Pattern != "/spoken/interpret" && !IsOfPatients(r) && !IsClinicalText(r))) Assert.NotEqual(HttpStatusCode.Forbidden, (await SendAsync(auditor, route.Method, route.Path)).Status);

        Assert.True(changing.Count >= 60, $"only {changing.Count} changing routes");
        Assert.Equal(before, await AcceptedAsync(auditor));
        // The largest page: there are more changing routes than fit into a hundred lines.
        Assert.True(changing.Count < 500);
        var refused = await auditor.GetAsync("/api/v1/audit?outcome=refused&size=500");
        Assert.Equal(changing.Count, refused.Json["items"]!.AsArray().Count(e => e!["codes"]!.AsArray().Any(c => c!.GetValue<string>() == "API102")));
        foreach (var route in Routes(factory).Where(IsClinicalText)) (await SendAsync(auditor, route.Method, route.Path)).Refused(403, "API102");
    }

    [Fact]
    public void Every_changing_route_stands_in_one_of_the_tables_and_asks_for_a_right()
    {
        using var factory = ApiFactory.InMemory();
        _ = factory.Server;

        var routes = Routes(factory);

        Assert.Empty(routes.Where(r => r.Right.Changes && !Acts.ContainsKey(r.Pattern) && !DispensingActs.ContainsKey(r.Pattern) && !EmergencyActs.ContainsKey(r.Pattern) && !TranscriptionActs.ContainsKey($"{r.Method} {r.Pattern}") && !Patients.Contains(r.Pattern) && !Administration.Contains(r.Pattern) && r.Pattern != "/jobs/{job}/run" && !IsOwn(r)).Select(r => r.Pattern));
        Assert.Empty(routes.Where(r => r.Right.Changes && r.Right.Roles.Count == 0 && !IsOwn(r)).Select(r => r.Pattern));
        Assert.DoesNotContain(routes, r => r.Right.Roles.Contains(Role.System));
    }

    private static bool Expected(Route route, Role role)
    {
        if (IsOwn(route) || route.Pattern is "/scans/parse" or "/prices/quote" or "/sales/quote") return true;
        if (route.Pattern == "/prices/simulate") return PharmacyRights.RolesFor(PharmacyAct.ReadCosts).Contains(role);
        if (route.Method == "POST" && DispensingActs.TryGetValue(route.Pattern, out var acts)) return acts.Any(a => DispensingRights.RolesFor(a).Contains(role));
        if (route.Method == "POST" && EmergencyActs.TryGetValue(route.Pattern, out var emergency)) return emergency.Any(a => EmergencyRights.RolesFor(a).Contains(role));
        if (TranscriptionActs.TryGetValue($"{route.Method} {route.Pattern}", out var act)) return TranscriptionRights.RolesFor(act).Contains(role);
        if (IsOfPatients(route)) return TranscriptionRights.RolesFor(TranscriptionAct.ReadTranscripts).Contains(role);
        if (route.Pattern.StartsWith("/transcription/consent-forms", StringComparison.Ordinal))
            return TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions).Contains(role) || TranscriptionRights.RolesFor(TranscriptionAct.PublishConsentForms).Contains(role);
        if (route.Pattern is "/transcription/reports/{report}/page" or "/transcription/reports/{report}/text") return role is Role.Physician or Role.Assistant;
        if (route.Pattern.StartsWith("/transcription/", StringComparison.Ordinal)) return TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions).Contains(role);
        if (route.Pattern == "/emergency/simulate") return EmergencyRights.RolesFor(EmergencyAct.ReadTariffs).Contains(role);
        if (route.Pattern == "/jobs/{job}/run") return role is Role.Administrator or Role.Supervisor;
        // Only who gives, hands over or keeps the clock speaks commands.
        if (route.Pattern == "/spoken/interpret")
            return role is Role.Nurse or Role.Physician or Role.Pharmacist or Role.Auxiliary or Role.Reception or Role.Cashier or Role.Supervisor;
        if (route.Pattern == "/conversations") return role is Role.Auditor;
        if (route.Pattern == "/conversations/counts") return role is Role.Auditor or Role.Administrator;
        if (route.Method == "POST" && Patients.Contains(route.Pattern)) return role is Role.Reception or Role.Physician or Role.Nurse or Role.Pharmacist;
        if (route.Method == "POST")
            return Administration.Contains(route.Pattern) ? role == Role.Administrator : Acts[route.Pattern].Any(a => PharmacyRights.RolesFor(a).Contains(role));
        return route.Pattern switch
        {
            "/people" or "/people/{person}" => role is Role.Administrator or Role.Auditor,
            "/patients" or "/patients/{patient}" or "/patients/by-document" => role is not Role.Administrator,
            "/patients/{patient}/audit" => role is Role.Auditor or Role.Administrator,
            "/fhir/R4/{type}" or "/fhir/R4/{type}/{id}" => Readers.Contains(role) || role is Role.Reception or Role.Cashier or Role.Assistant,
            "/loss-patterns" => role is Role.Auditor or Role.Supervisor,
            "/audit" => role is Role.Auditor or Role.Supervisor or Role.Administrator,
            "/stock/differences" => role is Role.Auditor or Role.Supervisor or Role.Administrator or Role.Pharmacist,
            "/checklists" or "/checklists/{checklist}" => role is Role.Administrator || Readers.Contains(role),
            "/special-prices" => role is Role.Pharmacist or Role.Cashier or Role.Supervisor or Role.Auditor or Role.Administrator,
            "/recalls/{campaign}/notices" => role is Role.Pharmacist or Role.Auxiliary or Role.Supervisor or Role.Auditor,
            _ when route.Pattern.StartsWith("/register/", StringComparison.Ordinal) => role is Role.Pharmacist or Role.Supervisor or Role.Auditor,
            "/reports/kardex" or "/reports/stock-value" or "/reports/cost-of-goods" or "/reports/margins" => role is Role.Pharmacist or Role.Supervisor or Role.Auditor or Role.Administrator,
            _ when route.Pattern.StartsWith("/reports/", StringComparison.Ordinal) =>
                role is Role.Pharmacist or Role.Auxiliary or Role.Cashier or Role.Supervisor or Role.Auditor or Role.Administrator,
            "/tickets" or "/work-lists/{kind}" => Readers.Contains(role),
            _ when route.Pattern.StartsWith("/emergency/reports/", StringComparison.Ordinal) => role is Role.Cashier or Role.Supervisor or Role.Auditor or Role.Administrator,
            "/emergency/stays/{stay}/bill" or "/emergency/stays/{stay}/statements" or "/emergency/stays/{stay}/statements/{revision}" or "/emergency/invoices" =>
                EmergencyRights.RolesFor(EmergencyAct.ReadBills).Contains(role),
            "/emergency/stays/{stay}/bill" or "/emergency/stays/{stay}/bill/page" or "/emergency/stays/{stay}/bill/text" or "/emergency/stays/{stay}/statements" or "/emergency/stays/{stay}/statements/{revision}" or "/emergency/invoices" =>
                EmergencyRights.RolesFor(EmergencyAct.ReadBills).Contains(role),
            "/emergency/alerts" => EmergencyRights.RolesFor(EmergencyAct.ReadAlerts).Contains(role),
            _ when route.Pattern.StartsWith("/emergency/alert-rules", StringComparison.Ordinal) => EmergencyRights.RolesFor(EmergencyAct.ReadAlertRules).Contains(role),
            _ when route.Pattern.StartsWith("/emergency/stays", StringComparison.Ordinal) => EmergencyRights.RolesFor(EmergencyAct.ReadStays).Contains(role),
            _ when route.Pattern.StartsWith("/emergency/tariffs", StringComparison.Ordinal) || route.Pattern.StartsWith("/emergency/holidays", StringComparison.Ordinal) =>
                EmergencyRights.RolesFor(EmergencyAct.ReadTariffs).Contains(role),
            _ when route.Pattern.StartsWith("/sales", StringComparison.Ordinal) || route.Pattern.StartsWith("/shifts", StringComparison.Ordinal) || route.Pattern.StartsWith("/invoices", StringComparison.Ordinal) =>
                role is Role.Pharmacist or Role.Auxiliary or Role.Cashier or Role.Supervisor or Role.Auditor,
            _ when route.Pattern.StartsWith("/dispensations", StringComparison.Ordinal) => Readers.Contains(role),
            _ => true,
        };
    }

    // What a patient said and a physician wrote is for those who have a part in it, whoever else sees that it is there.
    private static bool IsClinicalText(Route route) => route.Pattern is "/transcription/reports/{report}/page" or "/transcription/reports/{report}/text";

    // Secrets and words of one's own are everybody's.
    private static bool IsOwn(Route route) => route.Pattern is "/me/secret" || route.Pattern.StartsWith("/me/conversation", StringComparison.Ordinal);

    // What was said in a visit is for those who have a part in it, and for no auditor.
    private static bool IsOfPatients(Route route) =>
        route.Method == "GET" && route.Pattern is "/transcription/recorder" or "/transcription/search" or "/transcription/patients/{patient}/export" or "/transcription/sessions/{session}/transcript" or "/transcription/sessions/{session}/live" or "/transcription/sessions/{session}/audio";

    // A look at loss patterns is noted itself; it changes nothing else.
    private static async Task<int> AcceptedAsync(ApiCaller auditor) => (await auditor.GetAsync("/api/v1/audit?outcome=accepted&size=500")).Json["items"]!.AsArray().Count(e => e!["action"]!.GetValue<string>() != "losses.reviewed");

    private static Task<ApiAnswer> SendAsync(ApiCaller caller, string method, string path) => caller.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { });

    private static List<Route> Routes(ApiFactory factory) =>
    [
        .. factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RouteRight>() is not null)
            .Select(e => new Route(
                e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0], e.RoutePattern.RawText!["/api/v1".Length..], e.Metadata.GetRequiredMetadata<RouteRight>())),
    ];

    private sealed record Route(string Method, string Pattern, RouteRight Right)
    {
        // Ids that nobody has: what is let through finds nothing.
        public string Path { get; } = "/api/v1" + System.Text.RegularExpressions.Regex.Replace(Pattern.Replace("{kind}", "toPrepare", StringComparison.Ordinal), @"\{\w+\}", "0190f0c0-0000-7000-8000-00000000ffff")
            + (Pattern is "/emergency/stays/stream" ? "?seconds=0" : Pattern is "/conversations" ? "?person=0190f0c0-0000-7000-8000-00000000ffff" : Pattern is "/stock/as-of" ? "?at=2026-01-01T00:00:00Z" : Pattern is "/lots/recipients" ? "?presentation=0190f0c0-0000-7000-8000-00000000ffff&number=X" : "");
    }
}
