using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Preparing;

namespace Clinic.Api.Dispensing;

/// <summary>Keeping lots aside, confirming them, pausing.</summary>
internal static class PreparingRoutes
{
    public static Task<PreparationAnswer> PrepareAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<PrepareRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.BeginAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Lines = body.Value.Lines ?? [],
            MayBePartial = body.Value.MayBePartial,
            OverrideReason = body.Value.OverrideReason,
        }, ct);

    public static Task<PreparationAnswer> ConfirmAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ConfirmPartRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.ConfirmAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Line = body.Value.Line,
            Scan = body.Value.Scan,
            Lot = body.Value.Lot,
            Quantity = body.Value.Quantity,
        }, ct);

    public static Task<PreparationAnswer> SubstituteAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<SubstituteRequest> body, DispensationPreparing preparing, HttpContext http, CancellationToken ct) =>
        preparing.SubstituteAsync(
            command.X, body.Value.ToCommand(dispensation, read.OrAny(body.Value.Version), Device.Of(http, body.Value.Device)), ct);

    public static Task<DispensationAnswer> HoldAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<HoldRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.HoldAsync(
            command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason, Until = body.Value.Until }, ct);

    public static Task<PreparationAnswer> ResumeAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ResumeRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.ResumeAsync(
            command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), MayBePartial = body.Value.MayBePartial, OverrideReason = body.Value.OverrideReason }, ct);

    public static Task<DispensationAnswer> ReadyAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReadyRequest> body, DispensationPreparing preparing, HttpContext http, CancellationToken ct) =>
        preparing.MarkPreparedAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Checker = body.Value.Checker?.ToProof(),
            Device = Device.Of(http, body.Value.Device),
        }, ct);

    public static Task<DispensationAnswer> ReopenAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.ReopenAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    public static Task<DispensationAnswer> CancelAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, DispensationPreparing preparing, CancellationToken ct) =>
        preparing.CancelAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);
}
