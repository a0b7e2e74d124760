using System.Data.Common;
using Clinic.Abstractions;
using Clinic.Storage.Turso;
using Microsoft.AspNetCore.Diagnostics;

namespace Clinic.Api.Problems;

/// <summary>Turns every exception of a request into problem details.</summary>
public sealed class ClinicExceptionHandler(ProblemWriter problems, ILogger<ClinicExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await problems.WriteAsync(httpContext, Violation(httpContext, exception));
        return true;
    }

    private IRuleViolation Violation(HttpContext http, Exception exception)
    {
        if (exception is IRuleViolation violation) return violation;
        if (exception is BadHttpRequestException bad) return BadRequests.Violation(http, bad);
        // Nobody's defect here: a server that is away, blocked or full, a token that ran out, an answer that was lost.
        // The same request with the same Idempotency-Key is safe later.
        if (exception is DbException { IsTransient: true } or TursoException { Kind: not (TursoErrorKind.Other or TursoErrorKind.Statement) })
        {
            HostLog.DatabaseBusy(logger, Route(http), exception);
            return new ApiException(StatusCodes.Status503ServiceUnavailable, ApiRules.NotReady, ("seconds", 5));
        }

        HostLog.Unexpected(logger, http.Request.Method, Route(http), exception);
        return new ApiException(StatusCodes.Status500InternalServerError, ApiRules.Unexpected);
    }

    // The handler's own pipeline has taken the endpoint away by now; the feature remembers it.
    private static string Route(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "";
}
