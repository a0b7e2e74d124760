using Clinic.Hosts;
using Clinic.Worker;

try
{
    using var host = ClinicWorker.Build(args);
    await host.RunAsync();
    return 0;
}
catch (SetupException e)
{
    // Something is not set up: one readable line for whoever starts it, without a stack.
    await Console.Error.WriteLineAsync(e.Message);
    return 78;
}
