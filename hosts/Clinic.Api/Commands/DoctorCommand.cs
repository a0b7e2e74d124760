using Clinic.Api.Commands.Doctoring;
using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>Says how the installation is: settings, keys, disk, schema, clock, jobs, backups.</summary>
internal sealed class DoctorCommand(Arguments arguments) : ICommandLine
{
    private const string Usage = "doctor  looks at settings, keys, disk, schema, clock, jobs and backups; ends with 1 if something is bad";

    public async Task<int> RunAsync()
    {
        if (arguments.Verb.Length > 0 || !arguments.Are())
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        var settings = app.Services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) throw new SetupException("Clinic:Storage is 'memory': there is no installation to look at.");
        var found = await new Doctor(app.Services, settings).LookAsync();
        foreach (var finding in found) await Console.Out.WriteLineAsync(finding.ToString());
        return found.Any(f => f.Health == FindingHealth.Bad) ? 1 : 0;
    }
}
