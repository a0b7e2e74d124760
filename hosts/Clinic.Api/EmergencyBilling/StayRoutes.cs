using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Stays in the emergency department: the clock, its corrections, its log, and what it costs so far.</summary>
internal static class StayRoutes
{
    private const string Seen = "stay.read";

    public static void MapStays(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. EmergencyRights.RolesFor(EmergencyAct.ReadStays)];
        var r = api.MapGroup("").WithTags("Emergency stays");
        r.Read("/emergency/stays", "Lists stays of the site, last registered first; every look is in the audit.", ListAsync, readers);
        r.Read("/emergency/stays/{stay}", "Reads one stay as it is held now, corrections applied.", FindAsync, readers);
        r.Read("/emergency/stays/{stay}/events", "The whole log of a stay, originals and corrections.", EventsAsync, readers);
        r.Read("/emergency/stays/{stay}/preview", "What a stay costs so far, by the function that makes the bill.", PreviewAsync, readers);
        r.Act("/emergency/stays", "Registers a patient who comes.", EmergencyAct.RegisterStay, RegisterAsync);
        r.Act("/emergency/stays/{stay}/start", "Begins the billing clock of a stay.", EmergencyAct.RunClock, StartAsync);
        r.Act("/emergency/stays/{stay}/pause", "Lets the billing clock stand still, for a reason.", EmergencyAct.RunClock, PauseAsync);
        r.Act("/emergency/stays/{stay}/resume", "Lets the billing clock go on.", EmergencyAct.RunClock, ResumeAsync);
        r.Act("/emergency/stays/{stay}/close", "Ends the billing clock with a disposition; a second close is refused.", EmergencyAct.CloseStay, CloseAsync);
        r.Act("/emergency/stays/{stay}/abandon", "Ends the billing clock because the patient left.", EmergencyAct.CloseStay, AbandonAsync);
        r.Act("/emergency/stays/{stay}/acuity", "Says another acuity, as triage judged anew.", EmergencyAct.RunClock, AcuityAsync);
        r.Act("/emergency/stays/{stay}/payer", "Says another payer.", EmergencyAct.RunClock, PayerAsync);
        r.Act("/emergency/stays/{stay}/transfer", "Gives the patient to another department.", EmergencyAct.RunClock, TransferAsync);
        r.Act("/emergency/stays/{stay}/clinical", "Says how far care has come; billing never forbids it.", EmergencyAct.MoveCare, ClinicalAsync);
        r.Act("/emergency/stays/{stay}/carve-outs", "Takes time within a stay out of its bill.", EmergencyAct.CorrectTimes, CarveOutAsync);
        r.Act("/emergency/stays/{stay}/correct", "Replaces the time of an entry, before a second person; the original stays.", EmergencyAct.CorrectTimes, CorrectAsync);
        r.Act("/emergency/stays/{stay}/reopen", "Lets the clock of a closed stay go on, its gap billed or not.", EmergencyAct.ReopenStay, ReopenAsync);
        r.Act("/emergency/stays/{stay}/cancel", "Cancels a stay whose clock never began.", EmergencyAct.CancelStay, CancelAsync);
        r.Act("/emergency/stays/{stay}/not-billable", "Declares that nothing will be charged for a stay.", EmergencyAct.VoidStay, NotBillableAsync);
        r.Act("/emergency/stays/{stay}/entered-in-error", "Declares a stay entered in error.", EmergencyAct.VoidStay, EnteredInErrorAsync);
    }

    private static async Task<Page<StayResponse>> ListAsync(
        SiteReading reading, [AsParameters] StayListFilter filter, [AsParameters] Paged paged, StayInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var page = await inquiries.ListAsync(reading.X, filter.Query, paged.Request, ct);
        await reads.NoteAsync(reading.X, "stay.listed", page.Items.Select(s => s.Patient), ct);
        return new([.. page.Items.Select(StayResponse.Of)], page.Next);
    }

    private static async Task<StayResponse> FindAsync(SiteReading reading, StayId stay, StayInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct) =>
        StayResponse.Of(await SeenAsync(reading, stay, inquiries, reads, http, ct));

    private static async Task<IReadOnlyList<StayEntryResponse>> EventsAsync(
        SiteReading reading, StayId stay, StayInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct) =>
        StayEntryResponse.Of(await SeenAsync(reading, stay, inquiries, reads, http, ct));

    private static async Task<StayPreviewResponse> PreviewAsync(
        SiteReading reading, StayId stay, Moment? now, StayInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var preview = await inquiries.PreviewAsync(reading.X, stay, now?.Value, ct) ?? throw Unknown(stay);
        await reads.NoteAsync(reading.X, Seen, [preview.Stay.Patient], ct);
        ReadVersion.Tell(http, preview.Stay.Version);
        return new(
            StayResponse.Of(preview.Stay), ChargeStatement.Of(preview.Statement, StatementKind.Preview),
            StatementWords.Explain(preview.Statement, DateTimeZoneProviders.Tzdb[preview.Stay.Zone], Languages.Of(http)));
    }

    private static Task<StayAnswer> RegisterAsync(SiteCommand command, Body<RegisterStayRequest> body, StayReception desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RegisterAsync(command.X, new()
        {
            Patient = b.Patient,
            Encounter = b.Encounter,
            Department = b.Department,
            Payer = b.Payer,
            ServiceLine = b.ServiceLine,
            Acuity = b.Acuity,
            At = b.At,
            AtLocal = b.AtLocal,
            Source = b.Source,
        }, ct);
    }

    private static Task<StayAnswer> StartAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<StayStepRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.StartAsync(command.X, Said(new StartStay { Stay = stay }, body.Value, read, http), ct);

    private static Task<StayAnswer> PauseAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<PauseStayRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.PauseAsync(command.X, Said(new PauseStay { Stay = stay, Kind = body.Value.Kind }, body.Value, read, http), ct);

    private static Task<StayAnswer> ResumeAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<StayStepRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.ResumeAsync(command.X, Said(new ResumeStay { Stay = stay }, body.Value, read, http), ct);

    private static Task<StayAnswer> CloseAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<EndStayRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.CloseAsync(command.X, Said(new CloseStay { Stay = stay, Disposition = body.Value.Disposition }, body.Value, read, http), ct);

    private static Task<StayAnswer> AbandonAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<EndStayRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.AbandonAsync(command.X, Said(new AbandonStay { Stay = stay, Disposition = body.Value.Disposition }, body.Value, read, http), ct);

    private static Task<StayAnswer> AcuityAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ChangeAcuityRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.ChangeAcuityAsync(command.X, Said(new ChangeAcuity { Stay = stay, Acuity = body.Value.Acuity }, body.Value, read, http), ct);

    private static Task<StayAnswer> PayerAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ChangePayerRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.ChangePayerAsync(command.X, Said(new ChangePayer { Stay = stay, Payer = body.Value.Payer }, body.Value, read, http), ct);

    private static Task<StayAnswer> TransferAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<TransferStayRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.TransferAsync(command.X, Said(new TransferStay { Stay = stay, Department = body.Value.Department, ServiceLine = body.Value.ServiceLine }, body.Value, read, http), ct);

    private static Task<StayAnswer> ClinicalAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<MoveCareRequest> body, StayReception desk, HttpContext http, CancellationToken ct) =>
        desk.MoveCareAsync(command.X, Said(new MoveCare { Stay = stay, Step = body.Value.Step, Disposition = body.Value.Disposition }, body.Value, read, http), ct);

    private static Task<StayAnswer> CarveOutAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<CarveOutRequest> body, StayCorrections desk, HttpContext http, CancellationToken ct) =>
        desk.CarveOutAsync(command.X, Said(new AddCarveOut { Stay = stay, Until = body.Value.Until, UntilLocal = body.Value.UntilLocal }, body.Value, read, http), ct);

    private static Task<StayAnswer> CorrectAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<CorrectTimeRequest> body, StayCorrections desk, HttpContext http, CancellationToken ct)
    {
        var b = body.Value;
        return desk.CorrectAsync(command.X, Said(new CorrectTime { Stay = stay, Event = b.Event, Until = b.Until, UntilLocal = b.UntilLocal }, b, read, http), ct);
    }

    private static Task<StayAnswer> ReopenAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ReopenStayRequest> body, StayCorrections desk, HttpContext http, CancellationToken ct) =>
        desk.ReopenAsync(command.X, Said(new ReopenStay { Stay = stay, Gap = body.Value.Gap }, body.Value, read, http), ct);

    private static Task<StayAnswer> CancelAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ReasonedStayRequest> body, StayCorrections desk, CancellationToken ct) =>
        desk.CancelAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason, Source = body.Value.Source }, ct);

    private static Task<StayAnswer> NotBillableAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ReasonedStayRequest> body, StayCorrections desk, CancellationToken ct) =>
        desk.MarkNotBillableAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason, Source = body.Value.Source }, ct);

    private static Task<StayAnswer> EnteredInErrorAsync(
        SiteCommand command, StayId stay, ReadVersion read, Body<ReasonedStayRequest> body, StayCorrections desk, CancellationToken ct) =>
        desk.EnterInErrorAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason, Source = body.Value.Source }, ct);

    private static TCommand Said<TCommand>(TCommand command, StayClockRequest b, ReadVersion read, HttpContext http)
        where TCommand : TimedStayCommand => command with
        {
            Version = read.OrAny(b.Version),
            At = b.At,
            AtLocal = b.AtLocal,
            Reason = b.Reason,
            Source = b.Source,
            Approver = b.Approver is { } p ? new(p.Person, p.Kind, new Secret(p.Secret)) : null,
            Device = Device.Of(http, b.Device),
        };

    // Whoever sees a stay sees its patient, and the audit says so before anything is shown.
    private static async Task<EmergencyStay> SeenAsync(
        SiteReading reading, StayId stay, StayInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.FindAsync(reading.X, stay, ct) ?? throw Unknown(stay);
        await reads.NoteAsync(reading.X, Seen, [found.Patient], ct);
        ReadVersion.Tell(http, found.Version);
        return found;
    }

    private static EmergencyBillingException Unknown(StayId stay) => new(EmergencyBillingRules.StayUnknown, ("stay", stay));
}
