using Clinic.Bridges.Jobs;
using Clinic.Hosts;

namespace Clinic.Worker;

/// <summary>Puts the worker together: the same configuration as the API, and the jobs.</summary>
public static class ClinicWorker
{
    /// <summary>The host, ready to run; nothing has been touched yet.</summary>
    public static IHost Build(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        // One line per entry, with the time: what a service manager keeps is read by people.
        builder.Logging.ClearProviders().AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        var settings = new ClinicSettings(builder.Configuration, builder.Environment);
        if (settings.Mode == StorageMode.Memory) throw new SetupException("Clinic:Storage is 'memory': the worker would have nothing to work on.");
        builder.Services.AddClinic(settings);
        // Running jobs is all this host is for, whatever Clinic:RunJobs says to the API.
        builder.Services.Configure<ClinicJobsOptions>(o => o.RunHere = true);
        builder.Services.AddHostedService<DatabaseStart>();
        return builder.Build();
    }
}
