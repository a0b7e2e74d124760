using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using NodaTime;

namespace Clinic.Api.Security;

/// <summary>Answers what a route refuses for its roles, and writes refused changes to the audit as the domain would.</summary>
public sealed class RefusalHandler(ICommitStore commits, ProblemWriter problems, IIdGenerator ids, IClock clock, ILogger<RefusalHandler> logger)
    : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler standard = new();

    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Forbidden && context.Features.Get<Caller>() is { } caller && context.GetEndpoint()?.Metadata.GetMetadata<RouteRight>() is { } right)
        {
            var refusal = new RuleFailure(ApiRules.RoleMissing, ("action", right.Action), ("allowed", string.Join(", ", right.Roles)), ("found", caller.Actor.RolesText()));
            if (right.Changes) await AuditAsync(context, caller, right, refusal);
            await problems.WriteAsync(context, new ApiException(StatusCodes.Status403Forbidden, [refusal]));
            return;
        }

        await standard.HandleAsync(next, context, policy, authorizeResult);
    }

    private async Task AuditAsync(HttpContext http, Caller caller, RouteRight right, RuleFailure refusal)
    {
        var command = CommandId.TryParse(http.Request.Headers[IdempotencyKey.Header], out var named) ? named : ids.Next<CommandId>();
        var entry = new AuditEntry(
            ids.Next(), caller.Tenant, new SiteId(caller.Tenant.Value), clock.GetCurrentInstant().TruncateToMicroseconds(), caller.Person.Id, SiteCommand.Source,
            command, right.Action, right.Action, null, AuditOutcome.Refused, [refusal.Code], refusal.ToString())
        {
            Request = caller.Request,
            References = [],
        };
        try
        {
            await commits.RecordRefusalAsync(entry, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The request is refused in any case.
            HostLog.RefusalNotAudited(logger, e);
        }
    }
}
