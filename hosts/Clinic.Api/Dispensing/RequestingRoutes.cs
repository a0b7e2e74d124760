using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Requesting;

namespace Clinic.Api.Dispensing;

/// <summary>Asking for medicines, and saying yes or no.</summary>
internal static class RequestingRoutes
{
    public static Task<RequestAnswer> RequestAsync(SiteCommand command, Body<DispensationRequest> body, DispensationRequests requests, CancellationToken ct) =>
        requests.RequestAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<DispensationAnswer> SubmitAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<StepRequest> body, DispensationRequests requests, CancellationToken ct) =>
        requests.SubmitAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version) }, ct);

    public static Task<DispensationAnswer> AuthoriseAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<AuthoriseRequest> body, DispensationRequests requests, CancellationToken ct) =>
        requests.AuthoriseAsync(
            command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Prescription = body.Value.Prescription }, ct);

    public static Task<DispensationAnswer> DeclineAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, DispensationRequests requests, CancellationToken ct) =>
        requests.DeclineAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    public static Task<DispensationAnswer> WithdrawAsync(
        SiteCommand command, DispensationId dispensation, ReadVersion read, Body<ReasonedStepRequest> body, DispensationRequests requests, CancellationToken ct) =>
        requests.WithdrawAsync(command.X, new() { Dispensation = dispensation, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);
}
