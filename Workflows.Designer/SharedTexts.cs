namespace Workflows.Designer;

/// <summary>Marks the texts of the screens: <c>Resources/SharedTexts.resx</c> in Chinese, <c>SharedTexts.en.resx</c> in English.</summary>
/// <remarks>Stays outside <c>Resources/</c>: beside the .resx the class would change the name under which the texts are found.</remarks>
public sealed class SharedTexts;
