using System.Text;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;
using Workflows.Engine.Materials;

namespace Workflows.Engine.Playing;

/// <summary>The files of an example: it names them only, so each is a file of its type that holds nothing but its name.</summary>
internal static class PlayFiles
{
    /// <exception cref="InvalidOperationException">The store does not take a file of that name.</exception>
    public static async Task<List<GivenMaterial>> Save(
        FileStore store,
        IReadOnlyDictionary<string, string> materials,
        Actor actor,
        DateTimeOffset at,
        CancellationToken cancellation)
    {
        var given = new List<GivenMaterial>();
        foreach (var (code, name) in materials)
        {
            var content = new MemoryStream([.. FileType.OfName(name)?.Signature.ToArray() ?? [], .. Encoding.UTF8.GetBytes(name)]);
            given.Add(await store.Save(content, name, actor, cancellation) switch
            {
                FileSaved { File: var file } => new GivenMaterial(code, file.Id, file.Name, file.ContentType, file.Size, at, actor.Name),
                FileRefused refused => throw new InvalidOperationException(refused.Message),
                var other => throw new InvalidOperationException($"Expected an answer to saving '{name}', but got {other}."),
            });
        }

        return given;
    }
}
