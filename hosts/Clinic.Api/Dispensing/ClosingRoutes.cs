using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Api.Dispensing;

/// <summary>Closing the books and opening them again.</summary>
internal static class ClosingRoutes
{
    public static Task<DispensationAnswer> CloseAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<StepRequest> body, BookClosing closing, CancellationToken ct) =>
        closing.CloseAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version) }, ct);

    public static Task<DispensationAnswer> DiscrepancyAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<DiscrepancyRequest> body, BookClosing closing, CancellationToken ct) =>
        closing.RaiseDiscrepancyAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Evidence = body.Value.Evidence }, ct);

    public static Task<DispensationAnswer> ReopenAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, BookClosing closing, CancellationToken ct) =>
        closing.ReopenAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    public static Task<DispensationAnswer> EnteredInErrorAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, BookClosing closing, CancellationToken ct) =>
        closing.MarkEnteredInErrorAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);
}
