using System.Globalization;
using Clinic.Hosts;
using Clinic.Storage.Turso;

namespace Clinic.Api.Commands;

/// <summary>Says how much is not under the active field key, and encrypts or decrypts it.</summary>
internal sealed class FieldsCommand(Arguments arguments) : ICommandLine
{
    private const string Usage =
        """
        fields status   says how many patients are clear or under another key than the active one
        fields encrypt  encrypts them under the active key, while the clinic works; may be stopped and run again
        fields decrypt  writes all of them clear again; stop every host that has field keys first
        """;

    public async Task<int> RunAsync()
    {
        if (arguments.Verb is not ("status" or "encrypt" or "decrypt") || !arguments.Are())
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        if (app.Services.GetRequiredService<ClinicSettings>().Mode == StorageMode.Memory)
            throw new SetupException("Clinic:Storage is 'memory': nothing is stored that could be encrypted.");
        try
        {
            await app.Services.ReadyDatabaseAsync();
            return await RunAsync(app.Services.GetRequiredService<FieldRotation>());
        }
        catch (Exception e) when (e is TursoException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private async Task<int> RunAsync(FieldRotation rotation)
    {
        var text = arguments.Verb switch
        {
            "encrypt" => $"encrypted {Text(await rotation.EncryptAsync())}, {Text(await rotation.OutstandingAsync())} left",
            "decrypt" => $"decrypted {Text(await rotation.DecryptAsync())}",
            _ => $"{Text(await rotation.OutstandingAsync())} clear or under another key",
        };
        await Console.Out.WriteLineAsync(text);
        return 0;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
