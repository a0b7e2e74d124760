using Clinic.Abstractions;
using Microsoft.Extensions.Logging;

namespace Clinic.Bridges.Diagnostics;

/// <summary>Log messages of the bridges: names, ids and figures only.</summary>
internal static partial class Log
{
    // 6000-6019: jobs
    [LoggerMessage(6000, LogLevel.Information, "Runs {Jobs} jobs as {Owner}")]
    public static partial void JobsBegin(ILogger logger, int jobs, string owner);

    [LoggerMessage(6001, LogLevel.Information, "Job {Job} of {Tenant} did {Done}")]
    public static partial void JobDone(ILogger logger, string job, TenantId tenant, int done);

    [LoggerMessage(6002, LogLevel.Warning, "Job {Job} of {Tenant} did {Done}, {Failed} failed: {Error}")]
    public static partial void JobFailedInPart(ILogger logger, string job, TenantId tenant, int done, int failed, string error);

    [LoggerMessage(6003, LogLevel.Error, "Job {Job} of {Tenant} failed: {Kind}")]
    public static partial void JobThrew(ILogger logger, string job, TenantId tenant, string kind, Exception exception);

    [LoggerMessage(6004, LogLevel.Information, "Job {Job} of {Tenant} was stopped with the host")]
    public static partial void JobStopped(ILogger logger, string job, TenantId tenant);

    [LoggerMessage(6005, LogLevel.Error, "The end of job {Job} of {Tenant} could not be noted; its lease runs out by itself")]
    public static partial void JobNotNoted(ILogger logger, string job, TenantId tenant, Exception exception);

    [LoggerMessage(6006, LogLevel.Error, "Job {Job} of {Tenant} could not take its lease")]
    public static partial void JobNotStarted(ILogger logger, string job, TenantId tenant, Exception exception);

    [LoggerMessage(6007, LogLevel.Error, "Job {Job} could not read the tenants")]
    public static partial void JobsNotReachable(ILogger logger, string job, Exception exception);

    // 6020-6039: outbox
    [LoggerMessage(6020, LogLevel.Warning, "Event {Event} ({Type}) was not delivered at attempt {Attempt}: {Error}")]
    public static partial void EventNotDelivered(ILogger logger, Guid @event, string type, int attempt, string error);

    [LoggerMessage(6021, LogLevel.Error, "Event {Event} ({Type}) is given up after {Attempts} attempts: {Error}")]
    public static partial void EventGivenUp(ILogger logger, Guid @event, string type, int attempts, string error);

    // 6040-6059: mail
    [LoggerMessage(6040, LogLevel.Information, "Mail of event {Event} handed over by {Transport}")]
    public static partial void MailSent(ILogger logger, Guid @event, string transport);
}
