using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;

namespace Clinic.Api.Dispensing;

/// <summary>The hand-over and what ends it.</summary>
internal static class HandingOverRoutes
{
    public static Task<HandOverAnswer> HandOverAsync(SiteCommand command, Body<HandOverRequest> body, HandingOver handing, HttpContext http, CancellationToken ct) =>
        handing.HandOverAsync(command.X, body.Value.ToCommand(Device.Of(http, body.Value.Device)), ct);

    public static Task<DispensationAnswer> ConfirmReceiptAsync(
        SiteCommand command, DispensationId dispensation, HandOverId handOver, ReadVersion read, Body<ConfirmReceiptRequest> body, HandingOver handing, HttpContext http,
        CancellationToken ct) =>
        handing.ConfirmReceiptAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            HandOver = handOver,
            Recipient = body.Value.Recipient.ToProof(),
            Device = Device.Of(http, body.Value.Device),
        }, ct);

    public static Task<DispensationAnswer> StopAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, HandingOver handing, CancellationToken ct) =>
        handing.StopAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);
}
