export function remember(answer: object): void {
  localStorage.setItem('last-prices', JSON.stringify(answer));
}
