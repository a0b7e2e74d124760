using Clinic.Api;
using Clinic.Api.Commands;
using Clinic.Hosts;
using Microsoft.Extensions.Options;

try
{
    if (CommandLine.Find(args) is { } command) return await command.RunAsync();
    var builder = WebApplication.CreateBuilder(args);
    builder.AddClinicApi();
    var app = builder.Build();
    app.UseClinicApi();
    await app.RunAsync();
    return 0;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Another process serves there; choose another address with --urls.");
    return 78;
}
catch (Exception e) when (e is SetupException or OptionsValidationException)
{
    // Something is not set up: one readable line for whoever starts it, without a stack.
    await Console.Error.WriteLineAsync(e.Message);
    return 78;
}

/// <summary>The entry point, seen by the tests.</summary>
public partial class Program;
