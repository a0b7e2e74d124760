using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>The clinic's services for one command, with the same configuration as the host; nothing is served and no job runs.</summary>
internal static class CommandHost
{
    public static WebApplication Build(Arguments arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments.Configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddClinic(new ClinicSettings(builder.Configuration, builder.Environment));
        return builder.Build();
    }
}
