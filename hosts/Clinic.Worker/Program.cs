using Clinic.Hosts;
using Clinic.Worker;
using Microsoft.Extensions.Options;

try
{
    using var host = ClinicWorker.Build(args);
    await host.RunAsync();
    return 0;
}
catch (Exception e) when (e is SetupException or OptionsValidationException)
{
    // Something is not set up: one readable line for whoever starts it, without a stack.
    await Console.Error.WriteLineAsync(e.Message);
    return 78;
}
