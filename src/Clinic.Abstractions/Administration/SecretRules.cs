namespace Clinic.Abstractions.Administration;

/// <summary>What a password, PIN or badge number must be like. Pure; never repeats the secret.</summary>
internal static class SecretRules
{
    private const int LongestPassword = 128;

    private static readonly string[] Common =
    [
        "password", "contraseña", "contrasena", "clinica", "farmacia", "hospital", "qwerty", "asdfgh", "letmein", "welcome", "bienvenido", "admin",
    ];

    /// <summary>Why a secret may not be used; null when it may.</summary>
    public static RuleFailure? WhyNot(CredentialKind kind, Secret secret, string signInName, CredentialOptions options) => kind switch
    {
        CredentialKind.Password => Password(secret.Reveal(), signInName, options.ShortestPassword),
        CredentialKind.Pin => Pin(secret.Reveal()),
        CredentialKind.Badge => Badge(secret.Reveal()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static RuleFailure? Password(string text, string signInName, int shortest)
    {
        if (text.Length < shortest || text.Length > LongestPassword) return Length(CredentialKind.Password, text, $"{shortest} to {LongestPassword}");
        if (text.Any(char.IsControl)) return Simple(CredentialKind.Password, "no control characters");
        if (text.Distinct().Count() < 5 || IsRun(text)) return Simple(CredentialKind.Password, "at least five different characters, not in a row");
        if (text.Contains(signInName, StringComparison.OrdinalIgnoreCase)) return Simple(CredentialKind.Password, "not the sign-in name inside");
        // A well-known word with a few digits behind it is among the first guesses.
        var letters = new string([.. text.Where(char.IsLetter)]);
        return Common.Contains(letters, StringComparer.OrdinalIgnoreCase) ? Simple(CredentialKind.Password, "no well-known word") : null;
    }

    private static RuleFailure? Pin(string text)
    {
        if (text.Length is < 4 or > 12) return Length(CredentialKind.Pin, text, "4 to 12");
        if (!text.All(char.IsAsciiDigit)) return Simple(CredentialKind.Pin, "digits 0 to 9 only");
        var repeats = text.Where((c, i) => i >= 2 && c != text[i - 2]).Any();
        return text.Distinct().Count() == 1 || IsRun(text) || !repeats ? Simple(CredentialKind.Pin, "no repetition and no row of digits") : null;
    }

    private static RuleFailure? Badge(string text)
    {
        if (text.Length is < 6 or > 64) return Length(CredentialKind.Badge, text, "6 to 64");
        return text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? Simple(CredentialKind.Badge, "no spaces or control characters") : null;
    }

    // 1234, 4321, 7890 and abcd: each character follows the one before by the same step of one.
    private static bool IsRun(string text)
    {
        var up = true;
        var down = true;
        for (var i = 1; i < text.Length; i++)
        {
            up &= text[i] - text[i - 1] == 1 || (text[i - 1] == '9' && text[i] == '0');
            down &= text[i] - text[i - 1] == -1 || (text[i - 1] == '0' && text[i] == '9');
        }

        return up || down;
    }

    private static RuleFailure Length(CredentialKind kind, string text, string allowed) =>
        new(ClinicRules.SecretTooWeak, ("kind", Name(kind)), ("found", text.Length), ("allowed", allowed));

    private static RuleFailure Simple(CredentialKind kind, string allowed) =>
        new(ClinicRules.SecretTooSimple, ("kind", Name(kind)), ("allowed", allowed));

    public static string Name(CredentialKind kind) => kind switch
    {
        CredentialKind.Password => "password",
        CredentialKind.Pin => "PIN",
        _ => "badge",
    };
}
