using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Bridges.Jobs;
using Clinic.Dispensing;
using Clinic.Pharmacy;

namespace Clinic.Api.Administration;

/// <summary>Audit, jobs and the list of codes.</summary>
internal static class InstallationRoutes
{
    private static readonly IReadOnlyList<ErrorResponse> AllErrors =
        [.. new[] { ApiRules.Texts, ClinicRules.Texts, PharmacyRules.Texts, DispensingRules.Texts }.SelectMany(t => t.All).Select(Response).OrderBy(e => e.Code, StringComparer.Ordinal)];

    public static Task<Page<AuditEntry>> AuditAsync(Caller caller, [AsParameters] AuditFilter filter, [AsParameters] Paged paged, IAuditLog audit, CancellationToken ct) =>
        audit.ListAsync(caller.Tenant, filter.Query, paged.Request, ct);

    public static async Task<JobsResponse> JobsAsync(Caller caller, JobWatch watch, IOutbox outbox, CancellationToken ct)
    {
        var jobs = await watch.ListAsync(caller.Tenant, ct);
        return new([.. jobs.Select(JobResponse.Of)], await outbox.DepthAsync(caller.Tenant, ct));
    }

    public static async Task<RunJobResponse> RunJobAsync(SiteCommand command, string job, JobDesk desk, CancellationToken ct) =>
        new(job, await desk.RunNowAsync(command.X, new(job), ct));

    public static IReadOnlyList<ErrorResponse> Errors() => AllErrors;

    public static ErrorResponse Error(string code) =>
        AllErrors.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new ApiException(404, ApiRules.NothingOfThatId, ("kind", "code"), ("id", code));

    private static ErrorResponse Response(RuleText text) => new(text.Code, Status(text), text.English, text.Spanish);

    private static int Status(RuleText text) => text.Code switch
    {
        ApiRules.NotSignedIn or ClinicRules.CredentialRefused => 401,
        ApiRules.MethodNotAllowed => 405,
        ApiRules.BodyTooLarge => 413,
        ApiRules.MediaTypeUnsupported => 415,
        ApiRules.TooManyRequests => 429,
        ApiRules.Unexpected => 500,
        ApiRules.NotReady => 503,
        _ => text.Kind switch { RuleKind.Malformed => 400, RuleKind.Forbidden => 403, RuleKind.NotFound => 404, RuleKind.Conflict => 409, _ => 422 },
    };
}
