using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Api.Dispensing;

/// <summary>Doses, returns and discarded remainders.</summary>
internal static class UsingRoutes
{
    public static Task<DoseAnswer> DoseAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<DoseRequest> body, DoseLog doses, CancellationToken ct) =>
        doses.RecordAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Dose = body.Value.Dose }, ct);

    public static Task<CorrectionAnswer> CorrectAsync(
        SiteCommand command, DispensationId dispensation, DoseId dose, ReadVersion read, Body<CorrectDoseRequest> body, DoseLog doses, CancellationToken ct) =>
        doses.CorrectAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Dose = dose,
            Reason = body.Value.Reason,
            Replacement = body.Value.Replacement,
        }, ct);

    public static Task<DispensationAnswer> AllUsedAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<AllUsedRequest> body, DoseLog doses, CancellationToken ct) =>
        doses.ConfirmAllUsedAsync(
            command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Lines = body.Value.Lines ?? [], Area = body.Value.Area }, ct);

    public static Task<DispensationAnswer> FinishAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<StepRequest> body, DoseLog doses, CancellationToken ct) =>
        doses.FinishAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version) }, ct);

    public static Task<ReturnAnswer> DeclareReturnAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<DeclareReturnRequest> body, WardReturns returns, CancellationToken ct) =>
        returns.DeclareAsync(command.X, body.Value.ToCommand(dispensation, read.OrAny(body.Value.Version)), ct);

    public static Task<ReturnAnswer> CountReturnAsync(
        SiteCommand command, DispensationId dispensation, ReturnId returned, ReadVersion read, Body<CountReturnRequest> body, WardReturns returns, CancellationToken ct) =>
        returns.ConfirmAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Return = returned,
            Counted = body.Value.Counted,
            To = body.Value.To,
        }, ct);

    public static Task<WasteAnswer> CorrectWasteAsync(
        SiteCommand command, DispensationId dispensation, WasteId waste, ReadVersion read, Body<ReasonedStepRequest> body, RemainderWaste wastes, CancellationToken ct) =>
        wastes.CorrectAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Waste = waste, Reason = body.Value.Reason }, ct);

    public static Task<WasteAnswer> WasteAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<RemainderRequest> body, RemainderWaste waste, HttpContext http, CancellationToken ct) =>
        waste.RecordAsync(command.X, body.Value.ToCommand(dispensation, read.OrAny(body.Value.Version), Device.Of(http, body.Value.Device)), ct);
}
