using Clinic.Abstractions;

namespace Clinic.Api;

/// <summary>Log messages of the API: names, ids and figures only.</summary>
internal static partial class HostLog
{
    // 7000-7019: requests
    [LoggerMessage(7000, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void Unexpected(ILogger logger, string method, string route, Exception exception);

    [LoggerMessage(7001, LogLevel.Warning, "A refusal could not be written to the audit")]
    public static partial void RefusalNotAudited(ILogger logger, Exception exception);

    [LoggerMessage(7002, LogLevel.Error, "{Route}: the database did not answer in time")]
    public static partial void DatabaseBusy(ILogger logger, string route, Exception exception);

    [LoggerMessage(7003, LogLevel.Error, "A stream of running timers ended before its time")]
    public static partial void StreamFailed(ILogger logger, Exception exception);

    // 7020-7039: start and state
    [LoggerMessage(7020, LogLevel.Warning, "Demo people and a demo site exist, all with the password {Password}: {Names}. Development only")]
    public static partial void DemoPeople(ILogger logger, string password, string names);

    [LoggerMessage(7021, LogLevel.Warning, "Nobody runs the jobs {Jobs} of {Tenant}; start Clinic.Worker or set Clinic:RunJobs")]
    public static partial void JobsLate(ILogger logger, string jobs, TenantId tenant);

    [LoggerMessage(7023, LogLevel.Error, "The jobs {Jobs} of {Tenant} failed several times in a row; the list of jobs says how")]
    public static partial void JobsFailing(ILogger logger, string jobs, TenantId tenant);

    [LoggerMessage(7022, LogLevel.Warning, "How the jobs stand could not be read")]
    public static partial void JobsUnknown(ILogger logger, Exception exception);
}
