using System.Text;
using Clinic.Abstractions;

namespace Clinic.Api.Commands;

/// <summary>Reads a secret from the standard input or a prompt; never from the arguments, which other people can see.</summary>
internal static class SecretInput
{
    public static Secret? Read(string what)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() is { } line ? new(line) : null;
        var first = Prompt($"{what}: ");
        return first == Prompt($"{what}, again: ") ? new(first) : null;
    }

    private static string Prompt(string text)
    {
        Console.Error.Write(text);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
